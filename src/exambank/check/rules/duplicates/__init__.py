"""Rules on items that are the same."""
