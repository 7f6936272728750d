"""Markdown text: parsed once into a tree, and written for each target from that tree."""
