"""Paths as they are asked for on the command line, and as they are shown."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from msgspec.structs import replace

from exambank.cli.group import bank_folder
from exambank.finding import Finding
from exambank.source.discover import is_item_source
from exambank.source.ignored import is_ignored

MAGIC = frozenset("*?[")


def banks(paths: Iterable[str]) -> dict[Path, set[str]]:
    """Each bank that the paths lie in, with the paths relative to it; an empty set stands for the whole bank."""
    wanted: dict[Path, set[str]] = {}
    for path in named(paths) if paths else (None,):
        root = bank_folder(path)
        inside = os.path.relpath(Path.cwd() / path, root) if path is not None else "."
        chosen = wanted.setdefault(root, set())
        chosen.add("" if inside == "." or inside.startswith("..") else Path(inside).as_posix())
    return {root: set() if "" in chosen else chosen for root, chosen in wanted.items()}


def named(paths: Iterable[str]) -> Iterator[str]:
    """The paths, and in the place of a pattern all that it matches: not every shell expands them.

    Raises:
        click.UsageError: a pattern matches nothing.
    """
    for path in paths:
        if not MAGIC.intersection(path) or os.path.lexists(path):
            yield path
            continue
        import glob

        found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 -- a pattern may begin with `..` or `/`
        if not found:
            raise click.UsageError(f"no file or folder matches {path}")
        yield from found


def left_out(root: Path, wanted: Iterable[str]) -> Iterator[str]:
    """What is to be said of files that were asked for and are no part of the bank."""
    for path in sorted(wanted):
        if is_item_source(path) and (root / path).is_file() and is_ignored(root, path):
            yield f"{path_from_here(root / path)} is left out: a .gitignore names it"


def is_wanted(finding: Finding, wanted: set[str]) -> bool:
    """Whether a finding lies in one of the paths."""
    path = finding.place.path
    return not wanted or any(path == one or path.startswith(one + "/") for one in wanted)


def from_here(finding: Finding, root: Path) -> Finding:
    """The finding with its path relative to the current folder, where the bank lies below it."""
    return replace(finding, place=finding.place._replace(path=path_from_here(root / finding.place.path)))


def path_from_here(file: Path) -> str:
    """The path relative to the current folder where the file lies below it, else the whole path."""
    path = os.path.relpath(file)
    return (file if path.startswith("..") else Path(path)).as_posix()
