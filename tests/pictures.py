"""Small pictures of each kind, put together from their parts."""

import struct

from tests.small_bank import png

from exambank.source.pictures.png import chunk

TIFF_HEAD = b"II*\0\x08\0\0\0"


def tiff(*entries: tuple[int, int]) -> bytes:
    """An EXIF part with these tags and short numbers."""
    rows = b"".join(struct.pack("<HHII", tag, 3, 1, value) for tag, value in entries)
    return TIFF_HEAD + struct.pack("<H", len(entries)) + rows + bytes(4)


def png_with(*chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG with chunks before its picture."""
    plain = png(40)
    return plain[:33] + b"".join(chunk(kind, content) for kind, content in chunks) + plain[33:]


def jpeg_with(*segments: tuple[int, bytes], behind: bytes = b"") -> bytes:
    """What has the form of a JPEG, with segments before its tables and picture."""
    made = b"\xff\xd8"
    for marker, content in (*segments, (0xDB, bytes(65)), (0xC0, b"\x08\0\x01\0\x01\x01\x01\x11\0")):
        made += bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content
    return made + b"\xff\xda\0\x08\x01\x01\0\0\x3f\0" + b"\x12\xff\0\x34\xff\xd0\x56" + b"\xff\xd9" + behind


def gif_with(*extensions: tuple[int, bytes]) -> bytes:
    """A GIF of one pixel, with extensions of one sub-block before it."""
    made = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff"
    for label, content in extensions:
        made += bytes([0x21, label, len(content)]) + content + b"\0"
    return made + b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;"


def webp_with(*chunks: tuple[bytes, bytes], flags: int = 0x0C) -> bytes:
    """What has the form of an extended WebP, with chunks behind its picture."""
    made = b"WEBP"
    for kind, content in ((b"VP8X", bytes([flags, *bytes(9)])), (b"VP8 ", b"picture"), *chunks):
        made += kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
    return b"RIFF" + struct.pack("<I", len(made)) + made
