"""Zip archives from strangers: opened only where every name is harmless, read only as far as is decent."""

import stat
import zipfile
import zlib
from pathlib import Path
from types import TracebackType
from typing import IO, Self

MEGABYTE = 1 << 20
ENTRY_LIMIT = 50 * MEGABYTE
DOCUMENT_LIMIT = 1 << 30  # a document that items share, which is streamed
RATIO = 200  # our own documents reach 30, ten thousand equal lines 170
SMALL = MEGABYTE  # an entry below this does no harm, whatever its ratio
NAMES_LIMIT = 2_000_000
ENCRYPTED = 0x1


class ZipFault(ValueError):  # noqa: N818 - the archive is at fault, not the program
    """An archive or an entry that is not safe to read, or cannot be read; the message says what is wrong with it."""


def open_archive(path: Path) -> zipfile.ZipFile:
    """The archive, to be closed by the caller.

    Raises:
        ZipFault: it is no zip, or holds a name that no package needs.
        OSError: the file cannot be opened.
    """
    size = path.stat().st_size
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, NotImplementedError) as error:
        raise ZipFault(f"it is not a zip archive: {error}") from error
    try:
        check_names(archive)
        if sum(info.compress_size for info in archive.infolist()) > size:
            raise ZipFault("its entries overlap: together they are longer than the archive")
    except ZipFault:
        archive.close()
        raise
    return archive


def check_names(archive: zipfile.ZipFile) -> None:
    """Passes where every entry is a plain file or folder inside the archive, named once.

    Raises:
        ZipFault: one is not.
    """
    if len(archive.infolist()) > NAMES_LIMIT:
        raise ZipFault(f"it has {len(archive.infolist())} entries, at most {NAMES_LIMIT} are read")
    seen: set[str] = set()
    for info in archive.infolist():
        fault = _name_fault(info)
        if fault is None and info.filename in seen:
            fault = "is there twice"
        if fault is not None:
            raise ZipFault(f"the entry {info.orig_filename[:100]!r} {fault}")
        seen.add(info.filename)


def _name_fault(info: zipfile.ZipInfo) -> str | None:
    name = info.orig_filename  # `filename` is what Python made of it
    if not name or "\0" in name:
        return "has an empty name, or one with a zero byte"
    if "\\" in name:
        return "has a backslash in its name"
    if name.startswith("/") or name[1:2] == ":":
        return "has an absolute name"
    if ".." in name.split("/"):
        return "points outside the archive"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "is a symbolic link"
    if info.flag_bits & ENCRYPTED:
        return "is encrypted"
    return None


def read_entry(archive: zipfile.ZipFile, name: str, limit: int = ENTRY_LIMIT) -> bytes:
    """All bytes of an entry.

    Raises:
        ZipFault: there is no such entry, it is larger than `limit`, unpacks to more than `RATIO` times its size, or is
            damaged.
    """
    with open_entry(archive, name, limit) as entry:
        return entry.read()


def open_entry(archive: zipfile.ZipFile, name: str, limit: int = DOCUMENT_LIMIT) -> "Entry":
    """An entry to be read piece by piece, with the same limits as `read_entry`.

    Raises:
        ZipFault: as `read_entry` does.
    """
    try:
        info = archive.getinfo(name)
    except KeyError:
        raise ZipFault(f"there is no {name} in the package") from None
    if info.file_size > limit:
        raise ZipFault(f"{name} has {info.file_size} bytes, at most {limit} are read")
    if info.file_size > SMALL and info.file_size > RATIO * max(info.compress_size, 1):
        raise ZipFault(f"{name} unpacks to more than {RATIO} times its size")
    try:
        return Entry(archive.open(info), name, limit)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError) as error:
        raise ZipFault(f"{name} cannot be read: {error}") from error


class Entry:
    """An open entry; reading beyond the limit or a damage raises `ZipFault`."""

    def __init__(self, stream: IO[bytes], name: str, limit: int) -> None:
        self._stream = stream
        self._name = name
        self._left = limit

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes; all that are left where it is negative.

        Raises:
            ZipFault: the entry is damaged, or longer than it said.
        """
        try:
            data = self._stream.read(size if size >= 0 else self._left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
            raise ZipFault(f"{self._name} is damaged: {error}") from error
        self._left -= len(data)
        if self._left < 0:
            raise ZipFault(f"{self._name} is longer than may be read")
        return data

    def close(self) -> None:
        """Closes the entry; the archive stays open."""
        self._stream.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
