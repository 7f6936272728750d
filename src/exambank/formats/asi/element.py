"""A parsed QTI document, whatever its version: elements and attributes by their names in QTI 2."""

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree
from lxml.etree import _Element

from exambank.formats.asi.vocabulary import PREFIX, camel, kebab

PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
)
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class NotXmlError(ValueError):
    """The bytes are no XML that this reads; the message says why."""


def parsed(data: bytes) -> _Element:
    """The root element.

    Raises:
        NotXmlError: the bytes are not well-formed, too deep, or declare entities.
    """
    try:
        root = etree.fromstring(data, PARSER)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise NotXmlError(f"not well-formed: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise NotXmlError("it has a document type declaration, which QTI never needs")
    return root


def name_of(element: _Element) -> str:
    """The element's name in QTI 2; empty for entities and the like."""
    tag: object = element.tag
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(1024)
def _local(tag: str) -> str:
    return camel(tag.rpartition("}")[2])


def get(element: _Element, attribute: str, default: str = "") -> str:
    """An attribute by its name in QTI 2."""
    found = element.get(attribute)
    if found is None:
        found = element.get(kebab(attribute))
    return default if found is None else found


def children(element: _Element, name: str) -> Iterator[_Element]:
    """The children of that name."""
    return (child for child in element if name_of(child) == name)


def child(element: _Element | None, name: str) -> _Element | None:
    """The first child of that name."""
    return None if element is None else next(children(element, name), None)


def descendants(element: _Element, *names: str) -> Iterator[_Element]:
    """The descendants of those names, in the document's order."""
    return element.iter(*[f"{{*}}{form}" for name in names for form in (name, PREFIX + kebab(name))])


def interactions(body: _Element) -> Iterator[_Element]:
    """The interactions of whatever kind."""
    for element in body.iter():
        tag: object = element.tag
        if isinstance(tag, str) and tag.endswith(("Interaction", "-interaction")):
            yield element
