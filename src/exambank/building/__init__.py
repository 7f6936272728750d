"""A build: check, write every target's package, read each back and compare, and put them in place."""
