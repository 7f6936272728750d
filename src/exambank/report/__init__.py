"""Findings for a reader, one output a module."""
