"""Numeric: a number, with a tolerance, or a range, and a unit."""

import re
from decimal import Decimal
from typing import Annotated, Literal

from exambank.model.base import BaseItem, Exact, Frozen
from exambank.model.limits import Limits
from exambank.richtext.text import RichText

NUMBER = r"[-+−]?(?=\.?\d)(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:[eE][-+−]?\d{1,3})?"
VALUE = re.compile(
    rf"(?P<value>{NUMBER})(?:\s*(?:±|\+/-|\+-)\s*(?P<tolerance>{NUMBER})\s*(?P<percent>%)?)?"
    r"(?:\s*\((?P<figures>\d{1,2}) sf\))?(?:\s+(?P<unit>[^\s\d(\[±].*))?"
)
RANGE = re.compile(rf"\[(?P<low>{NUMBER})\s*[,;]\s*(?P<high>{NUMBER})\](?:\s+(?P<unit>[^\s\d(\[±].*))?")


class NumericAnswer(Frozen, frozen=True, kw_only=True):
    """An accepted number: a value with a tolerance (absolute, or relative in percent), or a closed range.

    `figures` are the significant figures that an answer must match when both are rounded to as many.
    """

    value: Exact | None = None
    tolerance: Annotated[Exact, Limits(ge=0)] | None = None
    relative: bool = False
    low: Exact | None = None
    high: Exact | None = None
    figures: Annotated[int, Limits(ge=1, le=15)] | None = None
    unit: str | None = None
    feedback: RichText | None = None

    def bounds(self) -> tuple[Decimal, Decimal]:
        """The least and the greatest number that count as right."""
        if self.value is None:
            return self.low or Decimal(0), self.high or Decimal(0)
        margin = self.tolerance or Decimal(0)
        if self.relative:
            margin = abs(self.value) * margin / 100
        if self.figures is not None and self.value:
            margin = Decimal(5).scaleb(self.value.adjusted() - self.figures)
        return self.value - margin, self.value + margin


class NumericItem(BaseItem, frozen=True, kw_only=True):
    """A number is typed in."""

    interaction: Literal["numeric"] = "numeric"
    answers: Annotated[tuple[NumericAnswer, ...], Limits(min_length=1)]


def read_number(text: str) -> Decimal | None:
    """The number that a text is, with thousands commas and either minus sign; None where it is none."""
    if not text or not re.fullmatch(NUMBER, text) or not any(c.isdigit() for c in text):
        return None
    return Decimal(text.replace(",", "").replace("−", "-"))


def read_answer(text: str) -> dict[str, object] | None:
    """The fields of a `NumericAnswer` as written in a bullet of `## Answer`; None where the form is unknown."""
    if match := RANGE.fullmatch(text):
        low, high = read_number(match["low"]), read_number(match["high"])
        if low is None or high is None:
            return None
        return {"low": low, "high": high, "unit": match["unit"]}
    match = VALUE.fullmatch(text)
    value = read_number(match["value"]) if match else None
    if match is None or value is None:
        return None
    tolerance = read_number(match["tolerance"]) if match["tolerance"] else None
    if match["tolerance"] and tolerance is None:
        return None
    return {
        "value": value,
        "tolerance": tolerance,
        "relative": bool(match["percent"]),
        "figures": int(match["figures"]) if match["figures"] else None,
        "unit": match["unit"],
    }


def write_number(value: Decimal) -> str:
    """A number as a bullet holds it; large and small ones with an exponent."""
    if value == 0:
        return "0"
    return format(value, "f") if -7 < value.adjusted() < 16 else str(value).replace("E+", "e").replace("E", "e")


def write_answer(answer: NumericAnswer) -> str:
    """The bullet's text that `read_answer` reads back."""
    unit = f" {answer.unit}" if answer.unit else ""
    if answer.value is None:
        low, high = answer.bounds()
        return f"[{write_number(low)}, {write_number(high)}]{unit}"
    margin = ""
    if answer.tolerance is not None:
        margin = f" ± {write_number(answer.tolerance)}{'%' if answer.relative else ''}"
    figures = f" ({answer.figures} sf)" if answer.figures else ""
    return f"{write_number(answer.value)}{margin}{figures}{unit}"
