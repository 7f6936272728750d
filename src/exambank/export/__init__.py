"""From a checked bank to packages on disk."""
