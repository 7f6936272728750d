"""GIF 87a and 89a: blocks, each with sub-blocks."""

from collections.abc import Iterator

from exambank.source.pictures.part import TRAILING, BrokenPictureError, Part, number

EXTENSION, IMAGE, TRAILER = 0x21, 0x2C, 0x3B
COMMENT, APPLICATION = 0xFE, 0xFF
XMP = b"XMP DataXMP"


def parts(data: bytes) -> Iterator[Part]:
    """The blocks.

    Raises:
        BrokenPictureError: the file is no GIF.
    """
    if data[:6] not in (b"GIF87a", b"GIF89a"):
        raise BrokenPictureError("it does not begin like a GIF")
    start = 13 + _table(number(data, 10, 1))
    yield Part("header", 0, start)
    kind = 0
    while kind != TRAILER and start < len(data):  # the trailer is often missing, and viewers do without
        kind = number(data, start, 1)
        end, said = _block(data, start, kind)
        yield Part(f"block {kind:02X}", start, end, said)
        start = end
    if start < len(data):
        yield Part(TRAILING, start, len(data), TRAILING)


def _table(flags: int) -> int:
    """The bytes of a colour table."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _block(data: bytes, start: int, kind: int) -> tuple[int, str]:
    if kind == TRAILER:
        return start + 1, ""
    if kind == IMAGE:
        return _sub_blocks(data, start + 11 + _table(number(data, start + 9, 1))), ""
    if kind != EXTENSION:
        raise BrokenPictureError(f"there is no block at byte {start}")
    label = number(data, start + 1, 1)
    said = "a comment" if label == COMMENT else ""
    if label == APPLICATION and data.startswith(XMP, start + 3):
        said = "XMP"
    return _sub_blocks(data, start + 2), said


def _sub_blocks(data: bytes, start: int) -> int:
    """Where the sub-blocks that begin here end."""
    try:
        while size := data[start]:
            start += 1 + size
    except IndexError:
        raise BrokenPictureError("it ends in the middle of a block") from None
    return start + 1
