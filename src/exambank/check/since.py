"""Which files a branch has changed, as git tells it."""

import subprocess
from pathlib import Path


class RevisionError(Exception):
    """git knows no such revision here, or there is no git; the words are git's."""


def changed_since(root: Path, revision: str) -> frozenset[str]:
    """Paths in the bank, relative to it, that differ from where the branch left `revision`, uncommitted ones too.

    Raises:
        RevisionError: git cannot tell.
    """
    if revision.startswith("-"):
        raise RevisionError(f"{revision} is no revision")
    base = _git(root, "merge-base", revision, "HEAD").strip()
    changed = _git(root, "diff", "--name-only", "--relative", "-z", base, "--", ".")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return frozenset(path for path in (changed + new).split("\0") if path)


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 -- no shell, and git's own name
    except OSError as error:
        raise RevisionError(f"git cannot be run: {error.strerror}") from error
    if done.returncode:
        words = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RevisionError(words[-1] if words else "git found no common commit")
    return done.stdout.decode("utf-8", "surrogateescape")
