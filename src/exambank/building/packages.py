"""What workers do next: fragments into a target's archive, and the archive read back and compared."""

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from exambank.building.chunk import Job, Written, load, prepare, spool_file
from exambank.building.load import dropped, found_content, unit_of, wanted_content
from exambank.check.bank_files import read_bank_files
from exambank.export.archive import write_archive
from exambank.finding import Finding, Place, Severity
from exambank.formats.contract import Audience, Fragment, Frame, ReadItem, SliceReader, format_named
from exambank.formats.zip_entry import ZipFault, open_archive
from exambank.verify.compare import content_digest, differences

SLICE = 500  # items read back by one task; docs/performance.md
NOT_AS_WRITTEN = ("EXP003", "package-differs")


@dataclass(frozen=True, slots=True)
class Assembly:
    """A target's archive: chunks on the spool, pictures (path in package → in bank), its file, the items it holds."""

    job: Job
    target: str
    chunks: int
    pictures: Mapping[str, str]
    file: Path
    wanted: Sequence[Written]


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of an archive to be read back: the items at [start, stop) in its own order."""

    target: str
    file: Path
    audience: Audience
    start: int = 0
    stop: int | None = None


@dataclass(frozen=True, slots=True)
class ReadBack:
    """An item as it was read back: where in the package, its id, the digest of its content, and what was wrong."""

    path: str
    item_id: str
    digest: str
    faults: tuple[str, ...]


def assemble(assembly: Assembly) -> None:
    """Writes one archive from the spool."""
    files = read_bank_files(assembly.job.root)
    if files.bank is None or files.blueprint is None:
        raise RuntimeError("bank.yaml or blueprint.yaml changed during the build")
    lang = assembly.job.lang
    bank = files.bank if lang is None else files.bank.model_copy(update={"language": lang})
    frame = Frame(bank, files.blueprint, assembly.job.audience, _media(assembly))
    writer = format_named(assembly.target).writer
    write_archive(assembly.file, writer.package(frame, _fragments(assembly)))


def _fragments(assembly: Assembly) -> Iterator[Fragment]:
    for number in range(assembly.chunks):
        made: list[tuple[str, Fragment]] = []
        for go in (1, 2):
            spool = spool_file(assembly.job, assembly.target, number, go)
            if spool.exists():
                # our own file, written a moment ago into a folder that this build made
                made += pickle.loads(spool.read_bytes())  # noqa: S301
                spool.unlink()
        made.sort(key=lambda pair: pair[0])
        yield from (fragment for _, fragment in made)


def _media(assembly: Assembly) -> Iterable[tuple[str, bytes]]:
    for name, path in sorted(assembly.pictures.items()):
        yield name, (assembly.job.root / path).read_bytes()


def slices(assembly: Assembly) -> Iterator[Slice]:
    """The parts in which an archive is read back: some items each where the reader can, else the whole of it."""
    reader = format_named(assembly.target).reader
    if not isinstance(reader, SliceReader):
        yield Slice(assembly.target, assembly.file, assembly.job.audience)
        return
    last = max(0, len(assembly.wanted) - 1) // SLICE * SLICE
    for start in range(0, last + 1, SLICE):  # the last one has no end, should there be more than was written
        stop = start + SLICE if start < last else None
        yield Slice(assembly.target, assembly.file, assembly.job.audience, start, stop)


def read_back(part: Slice) -> list[ReadBack]:
    """What the format's reader finds in a part of an archive."""
    format_ = format_named(part.target)
    found: list[ReadBack] = []
    try:
        for one in _items(_opened(part), part):
            faults = tuple(finding.message for finding in one.findings)
            if one.item is None:
                found.append(ReadBack(one.path, "", "", faults or ("it holds no item",)))
                continue
            digest = content_digest(found_content(one, one.item, format_, part.audience))
            found.append(ReadBack(one.path, one.item.id, digest, faults))
    except ZipFault as fault:
        found.append(ReadBack(part.file.name, "", "", (str(fault),)))
    return found


@dataclass(frozen=True, slots=True)
class Opened:
    """An archive, and where its reader can tell them, the names of its items."""

    archive: ZipFile
    names: Sequence[str]


_open: dict[Path, Opened] = {}


def _opened(part: Slice) -> Opened:
    """The archive, kept open for the next slice: a large one's list of entries takes long to read."""
    if part.file not in _open:
        close()
        archive = open_archive(part.file)
        reader = format_named(part.target).reader
        _open[part.file] = Opened(archive, reader.item_names(archive) if isinstance(reader, SliceReader) else ())
    return _open[part.file]


def close() -> None:
    """Closes what `read_back` keeps open in this process."""
    for opened in _open.values():
        opened.archive.close()
    _open.clear()


def _items(opened: Opened, part: Slice) -> Iterator[ReadItem]:
    reader = format_named(part.target).reader
    if isinstance(reader, SliceReader):
        return reader.read_entries(opened.archive, opened.names[part.start : part.stop])
    return reader.read(opened.archive)


def verify(assembly: Assembly, found: Iterable[ReadBack]) -> Iterator[Finding]:
    """Findings where an archive does not hold exactly the wanted items."""
    wanted = {written.item_id: written for written in assembly.wanted}
    for one in found:
        for fault in one.faults:
            yield _difference(assembly, one.path, f"{one.path} in the package cannot be read back: {fault}")
        if one.faults:
            continue
        written = wanted.pop(one.item_id, None)
        if written is None:
            yield _difference(assembly, one.path, f"{one.item_id} was not written, or is there twice")
        elif one.digest != written.digests[assembly.target]:
            yield from _told(assembly, written, one.path)
    for written in wanted.values():
        yield _difference(assembly, written.path, f"{written.item_id} is not in the package")


def _told(assembly: Assembly, written: Written, entry: str) -> Iterator[Finding]:
    """Each field that differs, by reading source and package once more."""
    prepare(assembly.job)
    format_ = format_named(assembly.target)
    gone = dropped(format_)
    unit = unit_of(load(assembly.job, written.path, written.stimulus), gone)
    wanted = wanted_content(unit, format_, assembly.job.audience)
    with open_archive(assembly.file) as archive:
        for one in format_.reader.read(archive):
            if one.item is not None and one.item.id == written.item_id and one.path == entry:
                found = found_content(one, one.item, format_, assembly.job.audience)
                for words in differences(wanted, found):
                    yield _difference(assembly, written.path, f"{written.item_id}: {words}")


def _difference(assembly: Assembly, path: str, words: str) -> Finding:
    code, name = NOT_AS_WRITTEN
    return Finding(
        code, name, Severity.ERROR, f"the {assembly.target} package does not hold what was written: {words}",
        "nothing was put in place; this is a fault of exambank, report it with the item", Place(path),
    )  # fmt: skip
