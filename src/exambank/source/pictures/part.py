"""The parts of a picture's file: what each parser gives."""

from collections.abc import Iterable
from typing import NamedTuple

MOST_PARTS = 100_000  # a long animation has some thousands
TRAILING = "data behind the picture"


class BrokenPictureError(Exception):
    """The file is no picture of its kind; the words say where it ends being one."""


class Part(NamedTuple):
    """A stretch of the file, from `start` to `end`; parts follow each other without a gap.

    `said` names what it tells beside the picture, or is empty; `keep` are bytes that must take its place.
    """

    name: str
    start: int
    end: int
    said: str = ""
    keep: bytes = b""


def counted(parts: Iterable[Part]) -> list[Part]:
    """All parts.

    Raises:
        BrokenPictureError: they are too many to be those of a picture.
    """
    found: list[Part] = []
    for part in parts:
        if len(found) == MOST_PARTS:
            raise BrokenPictureError(f"it has more than {MOST_PARTS} parts")
        found.append(part)
    return found


def number(data: bytes, start: int, size: int, order: str = "big") -> int:
    """A whole number at an offset.

    Raises:
        BrokenPictureError: the file ends before it.
    """
    piece = data[start : start + size]
    if len(piece) < size:
        raise BrokenPictureError("it ends in the middle of a part")
    return int.from_bytes(piece, "little" if order == "little" else "big")
