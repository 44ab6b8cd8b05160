"""What is said to the chat rather than asked of the documents, and what it says to that."""
