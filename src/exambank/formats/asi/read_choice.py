"""A choice interaction into the fields of an item with options."""

from decimal import Decimal
from typing import Any

from lxml.etree import _Element

from exambank.formats.asi.choice import TRUE_FALSE
from exambank.formats.asi.element import children, descendants, get
from exambank.formats.asi.numbers import read_number, share, worth
from exambank.formats.asi.reading import Reading, content_of, detach, is_class
from exambank.richtext.text import RichText

HUNDRED = Decimal(100)


def options(reading: Reading) -> tuple[str, dict[str, Any]]:
    """The interaction's name in the model, and its fields."""
    interaction = detach(reading.interaction)
    choices = list(children(interaction, "simpleChoice"))
    response = reading.response
    is_multiple = response is not None and get(response, "cardinality") == "multiple"
    mapped = {get(e, "mapKey"): read_number(get(e, "mappedValue")) or Decimal(0) for e in reading.entries()}
    keys = set(reading.correct())
    if not keys and not reading.is_ours:
        keys = {name for name, value in mapped.items() if value > 0}
    is_per_option = bool(mapped) and (is_multiple or len(mapped) == len(choices))
    shares = _shares(choices, keys, mapped, reading.points) if is_per_option else {}
    has_inline = next(descendants(interaction, "feedbackInline"), None) is not None
    found = [_option(reading, choice, keys, shares, has_inline=has_inline) for choice in choices]
    values = {
        "options": found,
        "shuffle": get(interaction, "shuffle") == "true",
        "scoring": "per-option" if is_per_option else "all-or-nothing",
    }
    if is_multiple:
        return "multiple-response", values
    return ("true-false" if is_class(interaction, TRUE_FALSE) and len(found) == 2 else "choice"), values


def _option(
    reading: Reading, choice: _Element, keys: set[str], shares: dict[str, Decimal], *, has_inline: bool
) -> dict[str, Any]:
    name = get(choice, "identifier")
    inline = [detach(e) for e in list(descendants(choice, "feedbackInline"))] if has_inline else []
    said = reading.feedback.get(name)
    if said is None and inline:
        said = content_of(inline[0])
    feedback: RichText | None = None if said is None else reading.text(said)
    text = reading.text(choice)
    return {"id": name, "text": text, "is_key": name in keys, "feedback": feedback, "share": shares.get(name)}


def _shares(choices: list[_Element], keys: set[str], mapped: dict[str, Decimal], points: Decimal) -> dict[str, Decimal]:
    """The shares that differ from what the model gives by itself: the whole shared evenly among the keys."""
    even = HUNDRED / len(keys) if keys else Decimal(0)
    found: dict[str, Decimal] = {}
    for name in (get(choice, "identifier") for choice in choices):
        value = mapped.get(name, Decimal(0))
        if value != worth(even if name in keys else -even, points):
            found[name] = share(value, points)
    return found
