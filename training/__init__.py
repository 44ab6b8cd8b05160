"""How the reader is trained; see README.md beside this file."""
