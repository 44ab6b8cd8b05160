"""The article, the audit and the figures beside the chat."""
