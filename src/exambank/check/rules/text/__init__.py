"""Markdown text: that it can be shown everywhere."""
