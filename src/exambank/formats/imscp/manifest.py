"""imsmanifest.xml: what is in a package."""

import posixpath
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from lxml.etree import _Element

from exambank.formats.imscp.flavour import Flavour
from exambank.richtext.xhtml import attribute

MANIFEST = "imsmanifest.xml"
ITEM_TYPE = "imsqti_item_"
CHUNK = 1000  # resources joined to a string at a time


def resource(identifier: str, kind: str, files: Iterable[str], dependencies: Iterable[str] = ()) -> str:
    """A `<resource>`; the first of its files is the one that it is about."""
    names = [attribute(name) for name in files]
    listed = "".join(f'<file href="{name}"/>' for name in names)
    needed = "".join(f'<dependency identifierref="{name}"/>' for name in dependencies)
    return f'<resource identifier="{identifier}" type="{kind}" href="{names[0]}">{listed}{needed}</resource>\n'


def manifest(flavour: Flavour, identifier: str, resources: Iterable[str]) -> Iterator[bytes]:
    """The manifest in chunks; there is no organization, since a test says the order."""
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<manifest xmlns="{flavour.namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        f' xsi:schemaLocation="{flavour.schema_location}" identifier="{identifier}">\n'
        f"<metadata><schema>{flavour.schema}</schema>"
        f"<schemaversion>{flavour.schema_version}</schemaversion></metadata>\n<organizations/>\n<resources>\n"
    ).encode()
    waiting: list[str] = []
    for one in resources:
        waiting.append(one)
        if len(waiting) == CHUNK:
            yield "".join(waiting).encode()
            waiting.clear()
    yield ("".join(waiting) + "</resources>\n</manifest>\n").encode()


def item_hrefs(root: _Element) -> list[str]:
    """The paths of a manifest's items, in its order, each once."""
    found: dict[str, None] = {}
    for element in root.iter("{*}resource"):
        href = element.get("href", "")
        if href and element.get("type", "").startswith(ITEM_TYPE):
            found[posixpath.normpath(unquote(href))] = None
    return list(found)
