"""Answer-key integrity: digests of keys, and the lock that records them."""
