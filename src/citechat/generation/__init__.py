"""A language model writes, and is not believed."""
