"""Packages made and read in memory."""

import io
from collections.abc import Iterable
from zipfile import ZipFile

from exambank.formats.contract import Audience, Format, Frame, ReadItem, Unit
from exambank.formats.feature import Feature, project
from exambank.model.bank import Bank
from exambank.model.blueprint import Blueprint
from exambank.verify.compare import Content, content

BANK = Bank.model_validate({"id": "sample", "title": "Sample", "version": "1.0.0"})
BLUEPRINT = Blueprint.model_validate(
    {
        "title": "Sample <exam> & more",
        "version": "1.0.0",
        "form": {"length": 2, "minutes": 105},
        "domains": [
            {"id": "selling", "title": "Selling", "weight": 60},
            {"id": "planning", "title": 'Planning & "more"', "weight": 40},
        ],
    }
)
PICTURES = {
    "media/00112233445566778899aabbccddeeff.png": b"\x89PNG",
    "media/ffeeddccbbaa99887766554433221100.svg": b"<svg/>",
    "media/unused.png": b"",
}


def dropped(format_: Format) -> frozenset[Feature]:
    """What is taken out of an item before the writer sees it."""
    return frozenset(feature for feature, denial in format_.denied.items() if denial.is_dropped)


def projected(unit: Unit, format_: Format) -> Unit:
    """The unit less what the format denies."""
    return Unit(project(unit.item, dropped(format_)), unit.stimulus, unit.pictures, unit.objective)


def written(format_: Format, units: Iterable[Unit], audience: Audience) -> dict[str, bytes]:
    """The package's files."""
    frame = Frame(BANK, BLUEPRINT, audience, sorted(PICTURES.items()))
    fragments = (format_.writer.fragment(unit, audience) for unit in units)
    return {name: b"".join(chunks) for name, chunks in format_.writer.package(frame, fragments)}


def zipped(files: dict[str, bytes]) -> ZipFile:
    """An archive of the files, open to be read."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return ZipFile(buffer)


def reread(format_: Format, files: dict[str, bytes]) -> list[ReadItem]:
    """The items that the format's reader finds."""
    with zipped(files) as archive:
        return list(format_.reader.read(archive))


def asked(unit: Unit, format_: Format, audience: Audience) -> Content:
    """What reading back must give."""
    return content(unit.item, unit.stimulus, dropped(format_), audience, lambda s: unit.pictures.get(s, s))


def found(read: ReadItem, format_: Format, audience: Audience) -> Content:
    """What reading back gave."""
    assert read.findings == ()
    assert read.item is not None
    return content(read.item, read.stimulus, dropped(format_), audience, str)
