"""What workers do next: fragments into a target's archive, and the archive read back and compared."""

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from exambank.building.chunk import Job, Written, load, prepare, spool_file
from exambank.building.load import dropped, unit_of, wanted_content
from exambank.check.bank_files import read_bank_files
from exambank.export.archive import write_archive
from exambank.finding import Finding, Place, Severity
from exambank.formats.contract import Format, Fragment, Frame, ReadItem, format_named
from exambank.formats.feature import Feature
from exambank.formats.zip_entry import ZipFault, open_archive
from exambank.verify.compare import Content, content, content_digest, differences

NOT_AS_WRITTEN = ("EXP003", "package-differs")


@dataclass(frozen=True, slots=True)
class Assembly:
    """A target's archive to be written: chunks on the spool, pictures (package → bank), where it goes, what it holds."""

    job: Job
    target: str
    chunks: int
    pictures: Mapping[str, str]
    file: Path
    wanted: Sequence[Written]


def assemble(assembly: Assembly) -> list[Finding]:
    """Writes one archive, reads it back, and tells each difference from the source."""
    files = read_bank_files(assembly.job.root)
    if files.bank is None or files.blueprint is None:
        raise RuntimeError("bank.yaml or blueprint.yaml changed during the build")
    format_ = format_named(assembly.target)
    frame = Frame(files.bank, files.blueprint, assembly.job.audience, _media(assembly))
    write_archive(assembly.file, format_.writer.package(frame, _fragments(assembly)))
    return list(verify(assembly, format_))


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


def verify(assembly: Assembly, format_: Format) -> Iterator[Finding]:
    """Findings where the archive does not hold exactly the wanted items."""
    wanted = {written.item_id: written for written in assembly.wanted}
    gone = dropped(format_)
    try:
        with open_archive(assembly.file) as archive:
            for found in format_.reader.read(archive):
                if found.item is None or found.findings:
                    yield from _unreadable(assembly, found)
                    continue
                entry = wanted.pop(found.item.id, None)
                if entry is None:
                    yield _difference(assembly, found.path, f"{found.item.id} was not written, or is there twice")
                    continue
                is_content = content(found.item, found.stimulus, gone, assembly.job.audience, str)
                if content_digest(is_content) != entry.digests[assembly.target]:
                    yield from _told(assembly, gone, entry, is_content)
    except ZipFault as fault:
        yield _difference(assembly, assembly.file.name, str(fault))
    for written in wanted.values():
        yield _difference(assembly, written.path, f"{written.item_id} is not in the package")


def _unreadable(assembly: Assembly, found: ReadItem) -> Iterator[Finding]:
    messages = [finding.message for finding in found.findings] or ["it holds no item"]
    for message in messages:
        yield _difference(assembly, found.path, f"{found.path} in the package cannot be read back: {message}")


def _told(assembly: Assembly, gone: frozenset[Feature], written: Written, found: Content) -> Iterator[Finding]:
    prepare(assembly.job)
    unit = unit_of(load(assembly.job, written.path, written.stimulus), gone)
    wanted = wanted_content(unit, gone, assembly.job.audience)
    for words in differences(wanted, found):
        yield _difference(assembly, written.path, f"{written.item_id}: {words}")


def _difference(assembly: Assembly, path: str, words: str) -> Finding:
    code, name = NOT_AS_WRITTEN
    return Finding(
        code, name, Severity.ERROR, f"the {assembly.target} package does not hold what was written: {words}",
        "nothing was put in place; this is a fault of exambank, report it with the item", Place(path),
    )  # fmt: skip
