"""What is told of a name: what or who it is, whose, where, how old, and what it thinks."""
