"""How a file would change, in full, as 'diff -u' shows it."""

import difflib
from collections.abc import Iterator


def unified_diff(path: str, before: str, after: str) -> Iterator[str]:
    """The lines of the difference, every line ended."""
    lines = difflib.unified_diff(before.splitlines(True), after.splitlines(True), path, path)
    return (line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines)
