"""EXIF, as far as it matters: whether it tells a place, and which way up the picture is.

Viewers turn a picture by its orientation, so that is what stays of an EXIF part. What `oriented` gives is no metadata.
"""

from collections.abc import Iterator

ORIENTATION, PLACE = 0x0112, 0x8825
UPRIGHT = 1
MOST_ENTRIES = 1000


def said(tiff: bytes) -> str:
    """What an EXIF part tells, in words; nothing where it holds an orientation alone."""
    if tiff == oriented(orientation(tiff)):
        return ""
    return "EXIF with a place (GPS)" if any(tag == PLACE for tag, _ in _entries(tiff)) else "EXIF"


def orientation(tiff: bytes) -> int:
    """Which way up the picture is, from 1 to 8; 1 where nothing is said."""
    found = next((value for tag, value in _entries(tiff) if tag == ORIENTATION), UPRIGHT)
    return found if 1 <= found <= 8 else UPRIGHT


def oriented(value: int) -> bytes:
    """An EXIF part that tells the orientation and nothing else; nothing for a picture that is upright."""
    if value == UPRIGHT:
        return b""
    head = b"MM\0*\0\0\0\x08\0\x01"
    return head + ORIENTATION.to_bytes(2, "big") + b"\0\x03\0\0\0\x01" + value.to_bytes(2, "big") + b"\0\0" + bytes(4)


def _entries(tiff: bytes) -> Iterator[tuple[int, int]]:
    """Tags of the first directory with their values, where these are short numbers."""
    order = {b"II": "little", b"MM": "big"}.get(tiff[:2])
    if order is None:
        return

    def at(start: int, size: int) -> int:
        return int.from_bytes(tiff[start : start + size], "little" if order == "little" else "big")

    start = at(4, 4)
    for entry in range(min(at(start, 2), MOST_ENTRIES)):
        where = start + 2 + 12 * entry
        if where + 12 > len(tiff):
            return
        yield at(where, 2), at(where + 8, 2)
