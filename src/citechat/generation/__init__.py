"""A language model writes; each sentence is verified before it counts."""
