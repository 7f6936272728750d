"""Word lists by language; what a language has none of, its rules do not look for."""
