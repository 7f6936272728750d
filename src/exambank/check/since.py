"""Which files a branch has changed, as git tells it."""

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path


class RevisionError(Exception):
    """git knows no such revision here, or there is no git; the words are git's."""


def branch_base(root: Path, revision: str) -> str:
    """The commit where the branch left `revision`.

    Raises:
        RevisionError: git cannot tell.
    """
    if revision.startswith("-"):
        raise RevisionError(f"{revision} is no revision")
    return _text(_git(root, "merge-base", revision, "HEAD")).strip()


def changed_since(root: Path, base: str) -> frozenset[str]:
    """Paths in the bank, relative to it, that differ from the commit `base`, uncommitted ones too.

    Raises:
        RevisionError: git cannot tell.
    """
    changed = _git(root, "diff", "--name-only", "--relative", "--no-renames", "-z", base, "--", ".")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return frozenset(path for path in _text(changed + new).split("\0") if path)


def contents_at(root: Path, base: str, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """What stood in these files at the commit `base`; those that were not there are left out.

    Raises:
        RevisionError: git cannot tell.
    """
    asked = [path for path in paths if "\n" not in path]  # git reads a name a line
    names = "".join(f"{base}:./{path}\n" for path in asked)
    told = _git(root, "cat-file", "--batch", given=names.encode("utf-8", "surrogateescape")) if asked else b""
    for path in asked:
        head, _, told = told.partition(b"\n")
        if head.endswith(b" missing"):
            continue
        size = int(head.rpartition(b" ")[2])
        yield path, told[:size]
        told = told[size + 1 :]


def _text(told: bytes) -> str:
    return told.decode("utf-8", "surrogateescape")


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=False)  # noqa: S603 -- no shell, and git's own name
    except OSError as error:
        raise RevisionError(f"git cannot be run: {error.strerror}") from error
    if done.returncode:
        words = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RevisionError(words[-1] if words else "git found no common commit")
    return done.stdout
