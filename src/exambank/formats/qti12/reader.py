"""Reads QTI 1.2, item by item, from documents of any length; the dialect is Canvas's, others as far as they agree."""

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element

from exambank.formats.asi.element import NotXmlError, parsed
from exambank.formats.asi.faults import broken
from exambank.formats.contract import Audience, ReadItem
from exambank.formats.qti12 import vocabulary as v
from exambank.formats.qti12.read_item import read_item
from exambank.formats.zip_entry import ZipFault, open_entry, read_entry

MANIFEST = "imsmanifest.xml"
TYPE = "imsqti_xmlv1p2"
FULL = ".xml.qti"  # in a course that Canvas exported: the items as Canvas knows them, and item banks


def read(archive: ZipFile) -> Iterator[ReadItem]:
    """The items in the order of manifest and documents; a fault in one of these costs a finding."""
    try:
        names = document_names(archive)
    except (ZipFault, NotXmlError) as fault:
        yield ReadItem(MANIFEST, None, None, (broken(MANIFEST, str(fault)),))
        return
    if not names:
        words = f"it lists no resource of the type {TYPE}"
        yield ReadItem(MANIFEST, None, None, (broken(MANIFEST, words),))
    for name in names:
        try:
            yield from _document(archive, name)
        except (ZipFault, NotXmlError, etree.XMLSyntaxError, LookupError) as fault:
            yield ReadItem(name, None, None, (broken(name, f"cannot be read on: {fault}"),))


def document_names(archive: ZipFile) -> list[str]:
    """The paths of the documents that hold items.

    Raises:
        ZipFault: there is no manifest to be read.
        NotXmlError: it is no XML.
    """
    root = parsed(read_entry(archive, MANIFEST))
    resources = {one.get("identifier", ""): one for one in root.iter("{*}resource")}
    found: dict[str, None] = {}
    for one in resources.values():
        if not one.get("type", "").startswith(TYPE):
            continue
        needed = [resources.get(d.get("identifierref", "")) for d in one.iterfind("{*}dependency")]
        full = [name for other in needed if other is not None for name in _files(other) if name.endswith(FULL)]
        found.update(dict.fromkeys(full or _files(one)[:1]))
    found.update((name, None) for one in resources.values() for name in _files(one) if name.endswith(FULL))
    return list(found)


def _files(resource: _Element) -> list[str]:
    names = [resource.get("href", ""), *(file.get("href", "") for file in resource.iterfind("{*}file"))]
    return [posixpath.normpath(unquote(name)) for name in names if name.endswith((".xml", ".qti"))]


def _document(archive: ZipFile, name: str) -> Iterator[ReadItem]:
    is_candidate: bool | None = None
    with open_entry(archive, name) as entry:
        events = etree.iterparse(
            entry, events=("end",), tag="{*}item", resolve_entities=False, no_network=True, load_dtd=False,
            huge_tree=False, remove_comments=True, remove_pis=True,
        )  # fmt: skip
        for _, element in events:
            if is_candidate is None:
                is_candidate = _is_for_candidates(element)
            try:
                found = read_item(element, name, is_candidate=is_candidate)
            except RecursionError:
                words = f"the elements of the item {element.get('ident', '')[:60]!r} are nested too deeply"
                found = ReadItem(name, None, None, (broken(name, words),))
            yield found
            _forget(element)
    if is_candidate is None:
        yield ReadItem(name, None, None, (broken(name, "it holds no item"),))


def _is_for_candidates(element: _Element) -> bool:
    """Whether the document says that it has no keys; read before its first item.

    Raises:
        NotXmlError: it declares entities.
    """
    tree = element.getroottree()
    declared: Any = tree.docinfo.internalDTD
    if declared is not None and declared.entities():
        raise NotXmlError("it declares entities, which QTI never needs")
    fields = tree.getroot().iterfind("{*}assessment/{*}qtimetadata/{*}qtimetadatafield")
    return any(
        field.findtext("{*}fieldlabel") == v.AUDIENCE and field.findtext("{*}fieldentry") == Audience.CANDIDATE
        for field in fields
    )


def _forget(element: _Element) -> None:
    """Frees an item that was read, and what stands before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
