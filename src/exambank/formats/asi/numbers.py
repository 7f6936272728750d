"""Numbers as XML Schema's doubles: written exactly, and read only where they are of a reasonable size."""

import re
from decimal import ROUND_UP, Decimal

NUMBER = re.compile(r"[-+]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][-+]?\d{1,3})?")
PLACES = Decimal(1).scaleb(-12)  # of a share of the points that has no end, such as a third
HUNDRED = Decimal(100)


def number(value: Decimal) -> str:
    """Every digit; without an exponent unless the number is very large or small."""
    if not value:
        return "0"
    value = value.normalize() if len(value.as_tuple().digits) < 28 else value
    return format(value, "f") if -12 < value.adjusted() < 16 else str(value)


def read_number(text: str | None) -> Decimal | None:
    """The number; None where the text is none, or one of absurd length."""
    text = (text or "").strip()
    return Decimal(text) if NUMBER.fullmatch(text) else None


def worth(share: Decimal, points: Decimal) -> Decimal:
    """A share in percent as points; rounded away from 0, so that the keys of an item never miss its points together."""
    exact = share * points / HUNDRED
    rounded = exact.quantize(PLACES, rounding=ROUND_UP)
    return exact if exact == rounded else rounded


def share(value: Decimal, points: Decimal) -> Decimal:
    """Points as a share in percent."""
    return value * HUNDRED / points
