"""What a question claims: whether it is so, what it presumes, and what never happened."""
