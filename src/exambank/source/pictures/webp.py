"""WebP: a RIFF file (RFC 9649)."""

from collections.abc import Iterator

from exambank.source.pictures import exif
from exambank.source.pictures.part import TRAILING, BrokenPictureError, Part, number

HEAD = 12  # "RIFF", the size, "WEBP"
HAS_EXIF, HAS_XMP = 0x08, 0x04  # flags of VP8X
PREFIX = b"Exif\0\0"  # some writers put it before the EXIF part, as in JPEG


def parts(data: bytes) -> Iterator[Part]:
    """The chunks.

    Raises:
        BrokenPictureError: the file is no WebP.
    """
    if data[:4] != b"RIFF" or data[8:HEAD] != b"WEBP":
        raise BrokenPictureError("it does not begin like a WebP")
    last = 8 + number(data, 4, 4, "little")
    if last > len(data):
        raise BrokenPictureError("it is shorter than it says")
    yield Part("RIFF", 0, HEAD)
    start = HEAD
    while start < last:
        size = number(data, start + 4, 4, "little")
        end = min(start + 8 + size + size % 2, max(last, start + 8 + size))  # the last chunk may lack its padding
        if end > last:
            raise BrokenPictureError("it ends in the middle of a chunk")
        yield _chunk(data, start, start + 8 + size, end)
        start = end
    if start < len(data):
        yield Part(TRAILING, start, len(data), TRAILING)


def _chunk(data: bytes, start: int, content_end: int, end: int) -> Part:
    kind = data[start : start + 4]
    name = kind.decode("ascii", "replace")
    if kind == b"EXIF":
        tiff = data[start + 8 : content_end].removeprefix(PREFIX)
        kept = exif.oriented(exif.orientation(tiff))
        return Part(name, start, end, exif.said(tiff), kind + len(kept).to_bytes(4, "little") + kept if kept else b"")
    return Part(name, start, end, "XMP" if kind == b"XMP " else "")


def finished(data: bytes, *, has_exif: bool) -> bytes:
    """The file with its size and the flags of its extended header as they are now."""
    made = data[:4] + (len(data) - 8).to_bytes(4, "little") + data[8:]
    if made[HEAD : HEAD + 4] == b"VP8X" and len(made) > HEAD + 8:
        flags = made[HEAD + 8] & ~(HAS_EXIF | HAS_XMP) | (HAS_EXIF if has_exif else 0)
        made = made[: HEAD + 8] + bytes([flags]) + made[HEAD + 9 :]
    return made
