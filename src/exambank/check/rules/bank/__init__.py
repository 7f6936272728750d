"""The bank as a whole against its blueprint."""
