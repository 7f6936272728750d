"""PNG: a signature and chunks (PNG, third edition, W3C)."""

import zlib
from collections.abc import Iterator

from exambank.source.pictures import exif
from exambank.source.pictures.part import TRAILING, BrokenPictureError, Part, number

SIGNATURE = b"\x89PNG\r\n\x1a\n"
SAID = {b"tEXt": "text", b"zTXt": "text", b"iTXt": "text", b"tIME": "a time", b"caBX": "content credentials"}
XMP = b"XML:com.adobe.xmp\0"


def parts(data: bytes) -> Iterator[Part]:
    """The chunks.

    Raises:
        BrokenPictureError: the file is no PNG.
    """
    if not data.startswith(SIGNATURE):
        raise BrokenPictureError("it does not begin like a PNG")
    yield Part("signature", 0, len(SIGNATURE))
    start, kind = len(SIGNATURE), b""
    while kind != b"IEND":
        kind = data[start + 4 : start + 8]
        end = start + 12 + number(data, start, 4)
        if end > len(data) or not kind.isalpha():
            raise BrokenPictureError("it ends in the middle of a chunk")
        yield _chunk(kind, data[start + 8 : end - 4] if kind in (b"eXIf", b"iTXt") else b"", start, end)
        start = end
    if start < len(data):
        yield Part(TRAILING, start, len(data), TRAILING)


def _chunk(kind: bytes, content: bytes, start: int, end: int) -> Part:
    name = kind.decode("ascii")
    if kind == b"eXIf":
        kept = exif.oriented(exif.orientation(content))
        return Part(name, start, end, exif.said(content), chunk(kind, kept) if kept else b"")
    return Part(name, start, end, "XMP" if content.startswith(XMP) else SAID.get(kind, ""))


def chunk(kind: bytes, content: bytes) -> bytes:
    """A chunk with its length and its check sum."""
    return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")
