"""`[tool.exambank]` of the pyproject.toml that stands in a bank's folder, or nearest above it in the repository."""

import os
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct, field

PYPROJECT = "pyproject.toml"
CHECK = "check"  # the one table below [tool.exambank]


class ToolTable(Struct, frozen=True, dict=True):
    """The file, what its `[tool.exambank]` holds, and why it cannot be read, where that is so."""

    path: Path
    values: dict[str, Any] = field(default_factory=dict)
    fault: str | None = None

    @cached_property
    def lines(self) -> list[str]:
        """The file's lines."""
        return self.path.read_text("utf-8", "replace").splitlines()

    def line_of(self, *names: object) -> int:
        """The first line, from 1, of our tables that holds the last of the names, each looked for from the one before.

        A name that is nowhere is passed over; without any it is the first line of our tables.
        """
        at = next((at for at, line in enumerate(self.lines) if line.strip().startswith("[tool.exambank")), 0)
        for name in names:
            at = next((below for below in range(at, len(self.lines)) if str(name) in self.lines[below]), at)
        return at + 1


def pyproject_of(root: Path) -> Path | None:
    """The pyproject.toml of the folder or of the nearest one above, as far as the repository's own folder."""
    root = root.resolve()
    for folder in (root, *root.parents):
        if (folder / PYPROJECT).is_file():
            return folder / PYPROJECT
        if (folder / ".git").exists():
            return None
    return None


def tool_table(root: Path) -> ToolTable | None:
    """Our table, where there is one; never raises on what the file holds."""
    path = pyproject_of(root)
    return table_of(path) if path is not None else None


def table_of(path: Path) -> ToolTable | None:
    """Our table of a TOML file, where there is one; never raises on what the file holds."""
    import tomllib

    try:
        tool = tomllib.loads(path.read_text("utf-8")).get("tool", {})
        values = tool.get("exambank") if isinstance(tool, dict) else None
    except (OSError, ValueError, RecursionError) as error:
        return ToolTable(path, fault=str(error)) if b"tool.exambank" in _bytes(path) else None
    if values is None:
        return None
    return ToolTable(path, values) if isinstance(values, dict) else ToolTable(path, fault="tool.exambank is no table")


def is_file(path: Path) -> bool:
    """Whether there is a plain file of that name; what can be no name is none."""
    return os.path.isfile(path)  # noqa: PTH113 -- pathlib raises where a name is too long


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
