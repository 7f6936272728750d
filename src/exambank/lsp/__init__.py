"""A language server: what is wrong with an item while it is typed, and what an editor can do (docs/editor.md)."""
