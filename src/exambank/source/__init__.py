"""Bytes in: which files a bank has, what they hold, and their digests."""
