"""What is asked, made ready to look up."""
