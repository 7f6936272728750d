"""Documentation against the code that it is about."""
