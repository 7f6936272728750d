"""What a picture's file says beside the picture, and the file without it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from exambank.source.pictures import gif, jpeg, png, svg, webp
from exambank.source.pictures.part import TRAILING, BrokenPictureError, Part, counted

PARSERS: dict[str, Callable[[bytes], Iterable[Part]]] = {
    ".png": png.parts,
    ".jpg": jpeg.parts,
    ".jpeg": jpeg.parts,
    ".gif": gif.parts,
    ".webp": webp.parts,
    ".svg": svg.parts,
}
MOST_BYTES = 32_000_000  # of a file that is looked through; no LMS takes larger pictures
MOST_BYTES_OF_SVG = 8_000_000  # read tag by tag


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says beside its picture, each kind once; `fault` where it could not be looked through."""

    kinds: tuple[str, ...] = ()
    fault: str = ""

    @property
    def can_be_stripped(self) -> bool:
        """Whether it is known how to write the file without; data behind a picture may belong to it (HDR, motion)."""
        return bool(self.kinds) and TRAILING not in self.kinds


def is_picture(path: str) -> bool:
    """Whether the file's suffix is that of a picture which can be looked through."""
    return suffix(path) in PARSERS


def suffix(path: str) -> str:
    """The suffix in small letters; by hand, since every file of a bank is asked for it."""
    stem, _, end = path.rpartition("/")[2].rpartition(".")
    return f".{end.lower()}" if stem and end else ""


def said(path: str, data: bytes) -> Said:
    """What the file says beside its picture; never raises, whatever the bytes."""
    most = MOST_BYTES_OF_SVG if suffix(path) == ".svg" else MOST_BYTES
    if len(data) > most:
        return Said(fault=f"it has more than {most // 1_000_000} MB")
    try:
        found = counted(PARSERS[suffix(path)](data))
    except BrokenPictureError as error:
        return Said(fault=str(error))
    return Said(tuple(dict.fromkeys(part.said for part in found if part.said)))


def stripped(path: str, data: bytes) -> bytes | None:
    """The file without what it says beside its picture; None where that cannot be done, or not be proved.

    Proved is that every other part is there, in order and byte by byte, and that nothing is said any more. Sizes and
    flags in the header of a WebP apart, which must change.
    """
    if not said(path, data).can_be_stripped:
        return None
    parse = PARSERS[suffix(path)]
    parts = counted(parse(data))
    orientation = next((part.keep for part in parts if part.keep), b"")
    pieces: list[bytes] = []
    for part in parts:
        if part.keep and orientation not in pieces:
            pieces.append(orientation)
        elif not part.said and not part.keep:
            pieces.append(data[part.start : part.end])
    made = b"".join(pieces)
    if suffix(path) == ".webp":
        made = webp.finished(made, has_exif=bool(orientation))
    return made if _is_kept(path, data, parts, made) else None


def _is_kept(path: str, data: bytes, parts: list[Part], made: bytes) -> bool:
    """Whether the new file has all parts of the old one that say nothing, the orientation once, and no more."""
    try:
        after = counted(PARSERS[suffix(path)](made))
    except BrokenPictureError:
        return False
    old = [_content(part, data) for part in parts if not part.said and not part.keep]
    new = [_content(part, made) for part in after if not part.keep]
    if suffix(path) == ".svg":  # where nothing stands between two parts they are one
        old, new = _joined(old), _joined(new)
    told = [part.keep for part in after if part.keep]
    return old == new and told == [part.keep for part in parts if part.keep][:1] and not any(p.said for p in after)


def _joined(parts: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    return [("svg", b"".join(content for _, content in parts))]


def _content(part: Part, data: bytes) -> tuple[str, bytes]:
    """What must be the same: the part's bytes, less what a WebP's header says of the others."""
    content = data[part.start : part.end]
    if part.name == "RIFF":
        content = b""
    if part.name == "VP8X" and len(content) > 8:
        content = content[:8] + bytes([content[8] & ~(webp.HAS_EXIF | webp.HAS_XMP)]) + content[9:]
    return part.name, content
