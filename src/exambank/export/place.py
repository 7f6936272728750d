"""Puts finished files where they belong: first a folder of their own, then one rename each.

The manifest goes last: while it names digests that the packages beside it have, the set is whole. A build that was
killed between two renames leaves its folder behind, complete and marked; the next build finishes the renames first.
"""

import os
import shutil
from pathlib import Path

ASIDE = ".exambank-build"
READY = "READY"
MANIFEST = "manifest.json"


def aside(out: Path) -> Path:
    """An empty folder beside the target, after finishing or clearing what a killed build left.

    Raises:
        OSError: the folder cannot be written.
    """
    finish(out)
    folder = out / ASIDE
    folder.mkdir(parents=True)
    return folder


def finish(out: Path) -> None:
    """Finishes the renames of a build that was killed among them; a build killed earlier is cleared away."""
    folder = out / ASIDE
    if not folder.exists():
        return
    if (folder / READY).exists():
        _rename_all(folder, out)
    shutil.rmtree(folder)


def put_in_place(out: Path) -> None:
    """Renames the finished files into `out`."""
    folder = out / ASIDE
    for file in folder.iterdir():
        with file.open("rb+") as handle:
            os.fsync(handle.fileno())
    (folder / READY).touch()
    _rename_all(folder, out)
    shutil.rmtree(folder)


def _rename_all(folder: Path, out: Path) -> None:
    names = sorted(file.name for file in folder.iterdir() if file.is_file() and file.name != READY)
    for name in sorted(names, key=lambda name: name == MANIFEST):
        os.replace(folder / name, out / name)
