"""Options: what candidates choose from."""
