"""Benchmarks: how long exambank takes in units of a plain Markdown parse, and how much memory."""
