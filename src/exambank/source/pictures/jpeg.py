"""JPEG: markers with their segments (ITU-T T.81), of which applications use some for what they want to say."""

import re
from collections.abc import Iterator

from exambank.source.pictures import exif
from exambank.source.pictures.part import TRAILING, BrokenPictureError, Part, number

START, SCAN, END, COMMENT = 0xD8, 0xDA, 0xD9, 0xFE
ALONE = frozenset({0x01, *range(0xD0, 0xD8)})  # markers without a segment
EXIF = b"Exif\0\0"
SAID = (
    (0xE1, b"http://ns.adobe.com/xap/1.0/\0", "XMP"),
    (0xE1, b"http://ns.adobe.com/xmp/extension/\0", "XMP"),
    (0xEB, b"JP", "content credentials"),
    (0xED, b"Photoshop 3.0\0", "IPTC"),
)
NEXT = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)  # behind a scan's data


def parts(data: bytes) -> Iterator[Part]:
    """The segments; the data of a scan belong to it.

    Raises:
        BrokenPictureError: the file is no JPEG.
    """
    if not data.startswith(b"\xff\xd8\xff"):
        raise BrokenPictureError("it does not begin like a JPEG")
    yield Part("start", 0, 2)
    start, marker = 2, START
    while marker != END:
        if data[start : start + 1] != b"\xff":
            raise BrokenPictureError(f"there is no marker at byte {start}")
        at = start + 1
        while data[at : at + 1] == b"\xff":  # fill bytes
            at += 1
        marker = number(data, at, 1)
        end = at + 1 if marker in ALONE or marker == END else _end(data, at + 1, marker)
        yield _segment(data, marker, at + 3, start, end)
        start = end
    if data[start:].strip(b"\0"):
        yield Part(TRAILING, start, len(data), TRAILING)
    elif start < len(data):
        yield Part("padding", start, len(data))


def _end(data: bytes, start: int, marker: int) -> int:
    end = start + max(2, number(data, start, 2))
    if end > len(data):
        raise BrokenPictureError("it ends in the middle of a segment")
    if marker != SCAN:
        return end
    found = NEXT.search(data, end)
    if found is None:
        raise BrokenPictureError("it ends in the middle of the picture")
    return found.start()


def _segment(data: bytes, marker: int, content: int, start: int, end: int) -> Part:
    name = f"marker {marker:02X}"
    if marker == COMMENT:
        return Part(name, start, end, "a comment")
    if marker == 0xE1 and data.startswith(EXIF, content):
        tiff = data[content + len(EXIF) : end]
        kept = exif.oriented(exif.orientation(tiff))
        return Part(name, start, end, exif.said(tiff), segment(marker, EXIF + kept) if kept else b"")
    said = next((said for kind, head, said in SAID if kind == marker and data.startswith(head, content)), "")
    return Part(name, start, end, said)


def segment(marker: int, content: bytes) -> bytes:
    """A marker with its segment."""
    return bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2, "big") + content
