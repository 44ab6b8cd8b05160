"""Which sentences answer."""
