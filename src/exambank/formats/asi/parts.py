"""What the writer of an interaction hands to the writer of the item."""

from dataclasses import dataclass

Feedback = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Answering:
    """What depends on the key: the declared key, the template that scores as the rules do (or none), the rules.

    `show` sets the outcomes by which some of `feedback` (outcome, identifier, XHTML) are shown.
    """

    declared: str
    template: str
    rules: str
    show: str = ""
    feedback: tuple[Feedback, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """The response's cardinality and base type, the item's body, and what depends on the key.

    Where an item has several responses, `responses` are their declarations.
    """

    cardinality: str
    base_type: str
    body: str
    answering: Answering | None = None
    responses: str = ""
