"""Reads packages of QTI 2.1, 2.2 and 3.0, item by item."""

from collections.abc import Iterable, Iterator
from zipfile import ZipFile

from exambank.formats.asi.element import NotXmlError, parsed
from exambank.formats.asi.faults import broken
from exambank.formats.asi.read_item import read_item
from exambank.formats.contract import ReadItem
from exambank.formats.imscp.manifest import MANIFEST, item_hrefs
from exambank.formats.zip_entry import ZipFault, read_entry


def read(archive: ZipFile) -> Iterator[ReadItem]:
    """The items in the order of the manifest; a fault in it costs a finding."""
    try:
        names = _names(archive)
    except (ZipFault, NotXmlError) as fault:
        yield ReadItem(MANIFEST, None, None, (broken(MANIFEST, str(fault)),))
        return
    yield from read_entries(archive, names)


def item_names(archive: ZipFile) -> list[str]:
    """The paths of the items in the package, in the order of the manifest; none where that cannot be read."""
    try:
        return _names(archive)
    except (ZipFault, NotXmlError):
        return []


def read_entries(archive: ZipFile, names: Iterable[str]) -> Iterator[ReadItem]:
    """The items with these paths, so that several workers can share a package."""
    for name in names:
        try:
            root = parsed(read_entry(archive, name))
            found = read_item(root, name)
        except (ZipFault, NotXmlError) as fault:
            found = ReadItem(name, None, None, (broken(name, str(fault)),))
        except RecursionError:
            found = ReadItem(name, None, None, (broken(name, "its elements are nested too deeply"),))
        yield found


def _names(archive: ZipFile) -> list[str]:
    return item_hrefs(parsed(read_entry(archive, MANIFEST)))
