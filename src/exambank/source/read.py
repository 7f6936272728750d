"""Reads a file once: its bytes, its digest and, where it is strict UTF-8, its text."""

import os
import re
import unicodedata
from pathlib import Path

from msgspec import Struct

from exambank.source.digest import digest

CONTROL = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")  # XML 1.0 cannot hold them, or nobody sees them
NO_LINK = getattr(os, "O_NOFOLLOW", 0)  # absent on Windows
FLAGS = os.O_RDONLY | NO_LINK | getattr(os, "O_BINARY", 0)
BLOCK = 1 << 16  # bytes
PLAIN = b"\t\n" + bytes(range(0x20, 0x7F))  # a text of these alone has no fault
CR_ENDS = ("the file has CR line ends", "save it with LF line ends")
LINK = (0, "the file is a symbolic link", "put the file itself in the bank")
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


class SourceFile(Struct, frozen=True):
    """A file's path (relative to the bank, with forward slashes), digest and text.

    `fault` says why the text is not to be trusted: the offset in the text, what is wrong, how to mend it.
    """

    path: str
    digest: str
    text: str
    fault: tuple[int, str, str] | None = None


def decode(path: str, data: bytes) -> SourceFile:
    """The file with its text; never raises, whatever the bytes."""
    if not data.translate(None, PLAIN):
        return SourceFile(path, digest(data), data.decode("ascii"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        text = data.decode("utf-8", "replace")
        what = f"byte 0x{data[error.start]:02X} is not UTF-8"
        return SourceFile(path, digest(data), text, (len(before), what, "save the file as UTF-8"))
    return SourceFile(path, digest(data), text, text_fault(text))


def text_fault(text: str) -> tuple[int, str, str] | None:
    """The first thing in decoded text that authors cannot see and tools trip over."""
    for mark, what, mend in (
        ("\0", "the file holds a NUL character", "remove it"),
        (BOM, "the file starts with a byte order mark", "save it as UTF-8 without BOM"),
        ("\r", *CR_ENDS),
    ):
        where = text.find(mark)
        if where >= 0 and (mark != BOM or where == 0):
            return where, what, mend
    if text.replace("\n", "").replace("\t", "").isprintable():
        return None
    control = CONTROL.search(text)
    if control is not None:
        return control.start(), f"the file holds the control character U+{ord(control[0]):04X}", "remove it"
    return None


def record_of(file: SourceFile) -> tuple[str, tuple[int, str, str] | None]:
    """The text of a file that a command wrote, and what is wrong with it: its line, what it is, how to mend it.

    The text has LF ends, whichever git gave the file; they are nothing to mend.
    """
    text, fault = file.text, file.fault
    if fault is not None and fault[1:] == CR_ENDS:
        text = canonical_ends(text)
        fault = text_fault(text)
    return text, None if fault is None else (1 + text.count("\n", 0, fault[0]), *fault[1:])


def read(root: Path, path: str) -> SourceFile:
    """The file at `path` below `root`; one that cannot be read, or is a link, has a fault.

    A link could lead out of the bank, and findings quote what stands there.
    """
    where = f"{root}/{path}"  # a Path for each of 10,000 files takes as long as reading them
    try:
        file = os.open(where, FLAGS)
        try:
            blocks = [os.read(file, BLOCK)]
            while blocks[-1]:
                blocks.append(os.read(file, BLOCK))
        finally:
            os.close(file)
    except OSError as error:
        if os.path.islink(where):  # noqa: PTH114
            return SourceFile(path, "", "", LINK)
        return SourceFile(path, "", "", (0, f"the file cannot be read: {error.strerror}", "check its permissions"))
    if not FLAGS & NO_LINK and os.path.islink(where):  # noqa: PTH114
        return SourceFile(path, "", "", LINK)
    return decode(path, b"".join(blocks))


def read_if_there(root: Path, path: str) -> SourceFile | None:
    """The same; None where there is nothing, not even a link."""
    return read(root, path) if os.path.lexists(f"{root}/{path}") else None


def canonical_text(text: str) -> str:
    """Text as it is compared and exported: NFC with LF line ends."""
    return unicodedata.normalize("NFC", canonical_ends(text))


def canonical_ends(text: str) -> str:
    """Text with LF line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
