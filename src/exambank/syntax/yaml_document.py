"""What a YAML text says: values, the place of each, and what is wrong with it."""

import re
from typing import Any

from msgspec import Struct, field

from exambank.finding import FieldPath, Place

INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
DECIMAL = re.compile(r"[-+]?(?:(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?|[0-9]+[eE][-+]?[0-9]+)")
WORDS: dict[str, Any] = {
    "": None, "null": None, "~": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
DIGITS = 400  # characters of a number; more is an attack on int()


class YamlFault(Struct, frozen=True):
    """Why a YAML text is refused, at which field, line and column (from 1)."""

    message: str
    mend: str
    line: int
    column: int


class YamlDocument(Struct):
    """Values, the place of each key and value, and what is wrong. `values` is empty where there is a fault."""

    values: dict[str, Any] = field(default_factory=dict)
    places: dict[FieldPath, Place] = field(default_factory=dict)
    keys: dict[FieldPath, Place] = field(default_factory=dict)
    fault: YamlFault | None = None


def plain_value(text: str) -> Any:
    """The value of a scalar that is not quoted: null, true or false, a number, or the text."""
    if text in WORDS:
        return WORDS[text]
    if len(text) <= DIGITS and INTEGER.fullmatch(text):
        return int(text)
    if len(text) <= DIGITS and DECIMAL.fullmatch(text):
        return float(text)
    return text
