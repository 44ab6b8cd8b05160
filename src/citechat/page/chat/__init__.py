"""The conversation, its sources and what readers say of it."""
