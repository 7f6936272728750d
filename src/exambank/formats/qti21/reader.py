"""Reads QTI 2.1; names tell nothing of the version, so that a package that mixes them is read as well."""

from exambank.formats.asi.reader import item_names, read, read_entries

__all__ = ["item_names", "read", "read_entries"]
