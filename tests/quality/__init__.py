"""The yardstick of the linter: labelled items, seeded faults and noise (docs/quality.md)."""
