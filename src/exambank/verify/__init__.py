"""Proof that a package holds what it should: read back by the format's own reader, compared with the source."""
