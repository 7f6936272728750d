"""Options that are ranges of numbers."""

import re
from math import inf

from exambank.check.language.pack import LanguagePack

NUMBER = r"[$€£]?(\d+(?:[.,]\d+)?)"
RANGE = re.compile(rf"\s*{NUMBER}\s*%?\s*(?:-|–|—|to|bis|and|und)\s*{NUMBER}(?P<unit>[^\d]*)", re.IGNORECASE)
OPEN = re.compile(rf"\s*(?P<words>[^\W\d][^\d]*?)\s*{NUMBER}(?P<unit>[^\d]*)")

Range = tuple[float, float, str]  # low, high, unit


def range_of(text: str, pack: LanguagePack | None) -> Range | None:
    """The range that a text is, open ones included; a number after other words is none."""
    if match := RANGE.fullmatch(text):
        low, high = _number(match[1]), _number(match[2])
        return (low, high, _unit(match["unit"])) if low <= high else None
    if (match := OPEN.fullmatch(text)) and pack and (said := pack.options.range_words.fullmatch(match["words"])):
        number = _number(match[2])
        return (-inf, number, _unit(match["unit"])) if said["less"] else (number, inf, _unit(match["unit"]))
    return None


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _unit(text: str) -> str:
    return text.strip(" .%").lower()
