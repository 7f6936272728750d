"""What the writer of an interaction hands to the writer of the item."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answering:
    """What depends on the key: the declared key, the template that scores as the rules do (or none), the rules.

    `show` sets the outcome FEEDBACK, by which one of `feedback` (identifier, XHTML) is shown.
    """

    declared: str
    template: str
    rules: str
    show: str = ""
    feedback: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """The response's cardinality and base type, the item's body, and what depends on the key."""

    cardinality: str
    base_type: str
    body: str
    answering: Answering | None = None
