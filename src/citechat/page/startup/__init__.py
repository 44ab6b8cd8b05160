"""What is shown and done before the first question."""
