"""Which files a bank has, and which bank a command means."""

import os
import posixpath
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct

BANK_FILE = "bank.yaml"
BASELINE_FILE = "lint-baseline.json"
OWN_FILES = (BANK_FILE, "blueprint.yaml", "keys.lock")


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
    ignored = ignore_rules(root)
    for stamp in sorted(_scan(os.fspath(root), ""), key=lambda stamp: stamp.path):
        if ignored is None or not ignored(stamp.path):
            yield stamp


def _scan(folder: str, prefix: str) -> Iterator[Stamp]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from _scan(entry.path, path + "/")
            elif entry.is_file(follow_symlinks=False):
                status = entry.stat(follow_symlinks=False)
                yield Stamp(path, status.st_size, max(status.st_mtime_ns, status.st_ctime_ns))


def ignore_rules(root: Path) -> Callable[[str], bool] | None:
    """A test for paths that the bank's .gitignore leaves out, or None where there is none."""
    file = root / ".gitignore"
    if not file.is_file():
        return None
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(file.read_text("utf-8", "replace").splitlines()).match_file


def inside_bank(item_path: str, reference: str) -> str | None:
    """The bank-relative path that an item's reference to a file means; None where it is outside the bank."""
    name = unquote(reference)  # `..%5C` is a way out on Windows as `..\` is
    if name.startswith("/") or ":" in name or "\\" in name:
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(item_path), name))
    return None if path.startswith("..") else path


def is_item_source(path: str) -> bool:
    """Whether a path in a bank is an item or a stimulus: any Markdown file but a README."""
    return path.endswith(".md") and (path[-9:].lower() != "readme.md" or path[-10:-9] not in ("", "/"))
