"""What is known of English, German and Chinese."""
