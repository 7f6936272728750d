"""What the bank's pictures say beside the picture, with what the last run knew of them."""

import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from exambank.check import cache as cache_files
from exambank.source.discover import Stamp
from exambank.source.pictures.metadata import MOST_BYTES, Said, is_picture, said

FILE = "pictures.json"


class KnownPicture(msgspec.Struct, array_like=True):
    """A file as it was, and what it said."""

    size: int
    changed: int
    kinds: tuple[str, ...]
    fault: str


class KnownPictures(msgspec.Struct):
    """What is known, by path, and which exambank found it."""

    fingerprint: str = ""
    files: dict[str, KnownPicture] = {}


_seen: dict[tuple[str, int, int], Said] = {}  # of this process, for editors, which ask after every change


def pictures_said(root: Path, stamps: Sequence[Stamp], folder: Path | None, mark: str) -> Mapping[str, Said]:
    """What each picture says; `folder` is where the cache is, if it may be used."""
    known = _known(folder, mark)
    fresh = KnownPictures(mark)
    settled = time.time_ns() - cache_files.RACY
    found: dict[str, Said] = {}
    for stamp in (stamp for stamp in stamps if is_picture(stamp.path)):
        row = known.get(stamp.path)
        if row is not None and (row.size, row.changed) == (stamp.size, stamp.changed):
            one = Said(row.kinds, row.fault)
        else:
            one = _said(root, stamp)
        found[stamp.path] = one
        if stamp.changed < settled:
            fresh.files[stamp.path] = KnownPicture(stamp.size, stamp.changed, one.kinds, one.fault)
    if folder is not None and fresh.files != known:
        cache_files.keep(folder / FILE, fresh)
    return found


def _known(folder: Path | None, mark: str) -> dict[str, KnownPicture]:
    found = cache_files.fetched(folder / FILE, KnownPictures) if folder is not None else None
    return found.files if found is not None and found.fingerprint == mark else {}


def _said(root: Path, stamp: Stamp) -> Said:
    """What a file says; of a large one no more is read than tells that it is too large."""
    name = (str(root / stamp.path), stamp.size, stamp.changed)
    if name not in _seen:
        try:
            with (root / stamp.path).open("rb") as file:
                _seen[name] = said(stamp.path, file.read(MOST_BYTES + 1))
        except OSError as error:
            return Said(fault=f"it cannot be read: {error.strerror}")
    return _seen[name]
