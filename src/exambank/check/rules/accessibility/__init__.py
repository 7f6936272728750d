"""Accessibility: that every candidate can read the item."""
