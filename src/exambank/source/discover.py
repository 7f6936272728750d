"""Which files a bank has, and which bank a command means."""

import os
import posixpath
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct

from exambank.source.ignored import IGNORE_FILE, ignore_rules

BANK_FILE = "bank.yaml"
BASELINE_FILE = "lint-baseline.json"
STATISTICS_FILE = "statistics.json"
OWN_FILES = (BANK_FILE, "blueprint.yaml", "keys.lock", "second-keys.lock", STATISTICS_FILE)


class Stamp(Struct, frozen=True):
    """A file's path relative to the bank and what the file system says of it."""

    path: str
    size: int
    changed: int  # nanoseconds, the later of mtime and ctime

    @property
    def identity(self) -> list[int]:
        """What must be equal for the file to count as unchanged."""
        return [self.size, self.changed]


def find_bank(start: Path) -> Path | None:
    """`start` or `start/bank` or the nearest folder above that holds a bank.yaml."""
    start = start.resolve()
    for folder in (start, *start.parents):
        for candidate in (folder, folder / "bank"):
            if (candidate / BANK_FILE).is_file():
                return candidate
    return None


def walk(root: Path) -> Iterator[Stamp]:
    """Every file below `root`, in order of path; hidden and ignored ones and links that leave the bank are left out."""
    ignoring: list[str] = []
    stamps = sorted(_scan(os.fspath(root), "", ignoring), key=lambda stamp: stamp.path)
    ignored = ignore_rules(root, ignoring)
    return iter(stamps) if ignored is None else (stamp for stamp in stamps if not ignored(stamp.path))


def _scan(folder: str, prefix: str, ignoring: list[str]) -> Iterator[Stamp]:
    """The files of a folder; folders that have a .gitignore are added to `ignoring`."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                if entry.name == IGNORE_FILE:
                    ignoring.append(prefix)
                continue
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from _scan(entry.path, path + "/", ignoring)
            elif entry.is_file(follow_symlinks=False):
                status = entry.stat(follow_symlinks=False)
                yield Stamp(path, status.st_size, max(status.st_mtime_ns, status.st_ctime_ns))


def inside_bank(item_path: str, reference: str) -> str | None:
    """The bank-relative path that an item's reference to a file means; None where it is outside the bank."""
    name = unquote(reference)  # `..%5C` is a way out on Windows as `..\` is
    if name.startswith("/") or ":" in name or "\\" in name:
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(item_path), name))
    return None if path.startswith("..") else path


def source_of(path: str) -> tuple[str, str] | None:
    """The path of what a file would translate by its name, and the language: `a/x.md` and `de` for `a/x.de.md`."""
    source, dot, lang = path.removesuffix(".md").rpartition(".")
    first, *others = lang.split("-")
    is_tag = lang.isascii() and first.isalpha() and len(first) in (2, 3)
    if not dot or not is_tag or not all(part.isalnum() and 2 <= len(part) <= 8 for part in others):
        return None
    return (f"{source}.md", lang) if source and source[-1] != "/" else None


def translations_of(touched: Container[str], paths: Iterable[str]) -> list[str]:
    """Those of the paths that translate one of the files that were `touched`, by their names."""
    pairs = ((path, source_of(path)) for path in paths if path.count(".") > 1)
    return [path for path, name in pairs if name is not None and name[0] in touched]


def is_item_source(path: str) -> bool:
    """Whether a path in a bank is an item or a stimulus: any Markdown file but a README."""
    return path.endswith(".md") and (path[-9:].lower() != "readme.md" or path[-10:-9] not in ("", "/"))
