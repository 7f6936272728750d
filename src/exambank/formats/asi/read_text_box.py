"""A text entry interaction into the fields of a numeric or short-text item."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from lxml.etree import _Element

from exambank.formats.asi.element import child, children, descendants, get, name_of
from exambank.formats.asi.numbers import read_number
from exambank.formats.asi.reading import Reading, detach, is_class
from exambank.formats.asi.text_box import ANSWER, UNIT

CASES = ("responseIf", "responseElseIf")
GAP = "____"  # what stands for a box within a sentence


def answers(reading: Reading) -> tuple[str, dict[str, Any]]:
    """The interaction's name in the model, and its fields; without answers where the package is for candidates."""
    units = _take_box(reading.interaction)
    response = reading.response
    if response is not None and get(response, "baseType") in ("float", "integer"):
        return "numeric", {"answers": tuple(_numeric(reading, units))}
    found = tuple(_texts(reading))
    is_exact = any(get(entry, "caseSensitive", "true") != "false" for entry in reading.entries())
    case = "exact" if is_exact or (found and not reading.entries()) else "ignore"
    return "short-text", {"answers": found, "case": case}


def _take_box(box: _Element) -> list[str]:
    """Takes the box out of the body; the units that stand beside it."""
    paragraph = box.getparent()
    if paragraph is None or not is_class(paragraph, ANSWER):
        detach(box, GAP)
        return []
    detach(paragraph)
    return [span.text or "" for span in descendants(paragraph, "span") if is_class(span, UNIT)]


def _texts(reading: Reading) -> Iterator[dict[str, Any]]:
    shown = dict(_shown_by_text(reading))
    accepted = [get(entry, "mapKey") for entry in reading.entries()] or reading.correct()
    for text in accepted:
        said = reading.feedback.get(shown.get(text, ""))
        yield {"text": text, "feedback": None if said is None else reading.text(said)}


def _shown_by_text(reading: Reading) -> Iterator[tuple[str, str]]:
    for case in descendants(reading.root, *CASES):
        for match in children(case, "stringMatch"):
            value = child(match, "baseValue")
            if value is not None:
                yield value.text or "", _mark(case)


def _mark(case: _Element) -> str:
    """The identifier that a case sets an outcome to, to show feedback."""
    for setting in children(case, "setOutcomeValue"):
        value = child(setting, "baseValue")
        if value is not None and get(value, "baseType") == "identifier":
            return value.text or ""
    return ""


def _numeric(reading: Reading, units: list[str]) -> Iterator[dict[str, Any]]:
    found = [(bounds, _mark(case)) for case in descendants(reading.root, *CASES) if (bounds := _bounds(case))]
    if not found:
        keys = [get(entry, "mapKey") for entry in reading.entries()] or reading.correct()
        found = [({"value": value}, "") for value in map(read_number, keys) if value is not None]
    preferred = next(iter(map(read_number, reading.correct())), None)
    for number, (bounds, mark) in enumerate(found):
        said = reading.feedback.get(mark)
        unit = units[number] if len(units) == len(found) else next(iter(units), "")
        fields = _around(bounds, preferred) if number == 0 else bounds
        yield {**fields, "unit": unit or None, "feedback": None if said is None else reading.text(said)}
    if not found:
        yield from ({"unit": unit} for unit in units)


def _bounds(case: _Element) -> dict[str, Decimal] | None:
    """The value, or the lowest and the highest, that a case asks for."""
    for condition in case:
        name = name_of(condition)
        if name == "and":
            low, high = _operand(child(condition, "gte")), _operand(child(condition, "lte"))
            if low is not None and high is not None:
                return {"low": low, "high": high}
        elif name in ("equal", "match"):
            value = _operand(condition)
            if value is not None:
                return _tolerated(value, condition)
    return None


def _operand(expression: _Element | None) -> Decimal | None:
    value = child(expression, "baseValue")
    return None if value is None else read_number(value.text)


def _tolerated(value: Decimal, equal: _Element) -> dict[str, Decimal]:
    margins = [read_number(text) for text in get(equal, "tolerance").split()]
    mode = get(equal, "toleranceMode", "exact")
    if mode == "exact" or not margins or None in margins:
        return {"value": value}
    below, above = margins[0] or Decimal(0), margins[-1] or Decimal(0)
    if mode == "relative":  # in percent, by the information model of QTI 2.1, 15.3
        below, above = (abs(value) * margin / 100 for margin in (below, above))
    return {"low": value - below, "high": value + above}


def _around(bounds: dict[str, Decimal], preferred: Decimal | None) -> dict[str, Decimal]:
    """A range with the right response in its middle is a value with a tolerance."""
    low, high = bounds.get("low"), bounds.get("high")
    if low is None or high is None or preferred is None or low == high or preferred - low != high - preferred:
        return bounds
    return {"value": preferred, "tolerance": high - preferred}
