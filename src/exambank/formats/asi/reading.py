"""One item's document while it is read: its declarations, its texts, and what of them had no form."""

from copy import copy
from decimal import Decimal
from functools import cached_property

from lxml.etree import _Element

from exambank.formats.asi.element import child, children, get, name_of
from exambank.formats.asi.numbers import read_number
from exambank.richtext.from_html import from_html
from exambank.richtext.text import RichText
from exambank.richtext.tree import Tree

TOOL = "exambank"


class Reading:
    """The root and the interaction, with shortcuts to what belongs to them."""

    def __init__(self, root: _Element, interaction: _Element) -> None:
        self.root = root
        self.interaction = interaction
        self.lost: dict[str, None] = {}
        self._parts: dict[str, list[_Element]] = {}
        for part in root:
            self._parts.setdefault(name_of(part), []).append(part)

    def of(self, interaction: _Element) -> "Reading":
        """The same item by another of its interactions."""
        other = copy(self)
        other.__dict__.pop("response", None)
        other.interaction = interaction
        return other

    def parts(self, name: str) -> list[_Element]:
        """The root's children of that name, as they were when the reading began."""
        return self._parts.get(name, [])

    def tree(self, element: _Element) -> Tree:
        """The element's content as blocks."""
        blocks, unknown = from_html(element)
        self.lost.update(dict.fromkeys(unknown))
        return blocks

    def text(self, element: _Element) -> RichText:
        """The element's content as rich text."""
        return RichText(None, self.tree(element))

    @cached_property
    def response(self) -> _Element | None:
        """The declaration of the interaction's response."""
        name = get(self.interaction, "responseIdentifier")
        return next((e for e in self.parts("responseDeclaration") if get(e, "identifier") == name), None)

    @property
    def is_ours(self) -> bool:
        """Whether exambank wrote the item, so that nothing needs to be guessed."""
        return get(self.root, "toolName") == TOOL

    def outcome(self, name: str) -> _Element | None:
        """The declaration of an outcome."""
        return next((e for e in self.parts("outcomeDeclaration") if get(e, "identifier") == name), None)

    @cached_property
    def points(self) -> Decimal:
        """The most that the item gives: 1 where it does not say."""
        score, most = self.outcome("SCORE"), self.outcome("MAXSCORE")
        found = read_number(get(score, "normalMaximum")) if score is not None else None
        default = child(child(most, "defaultValue"), "value")
        if found is None and default is not None:
            found = read_number(default.text)
        return Decimal(1) if found is None else found

    def correct(self) -> list[str]:
        """The values of the declared right response."""
        found = child(self.response, "correctResponse")
        return [] if found is None else [value.text or "" for value in children(found, "value")]

    def entries(self) -> list[_Element]:
        """The entries of the response's mapping."""
        mapping = child(self.response, "mapping")
        return [] if mapping is None else list(children(mapping, "mapEntry"))

    @cached_property
    def feedback(self) -> dict[str, _Element]:
        """The modal feedback by the identifier that shows it."""
        return {get(e, "identifier"): content_of(e) for e in self.parts("modalFeedback")}


def content_of(feedback: _Element) -> _Element:
    """Where a feedback's content is: in QTI 3 it may have a body of its own."""
    inner = child(feedback, "contentBody")
    return feedback if inner is None else inner


def is_class(element: _Element, name: str) -> bool:
    """Whether the element is of that class."""
    return name in element.get("class", "").split()


def detach(element: _Element, instead: str = "") -> _Element:
    """Takes the element out of its parent; what follows it stays."""
    parent = element.getparent()
    if parent is None:
        return element
    tail = instead + (element.tail or "")
    before = element.getprevious()
    if before is None:
        parent.text = (parent.text or "") + tail
    else:
        before.tail = (before.tail or "") + tail
    element.tail = None
    parent.remove(element)
    return element
