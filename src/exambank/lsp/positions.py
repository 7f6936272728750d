"""Between places (lines and columns from 1, in code points of the text's normal form) and a client's positions."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable

from lsprotocol import types

from exambank.finding import Place

LINE_END = re.compile(r"\r\n|\r|\n")  # LSP 3.17, Text Documents: these and no others end a line
UTF16 = types.PositionEncodingKind.Utf16

UNITS: dict[str, Callable[[str], int]] = {
    types.PositionEncodingKind.Utf8: lambda text: len(text.encode("utf-8", "surrogatepass")),
    UTF16: lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
    types.PositionEncodingKind.Utf32: len,
}


class ClientText:
    """A text as the client counts it: its lines, and characters in units of the encoding agreed on."""

    def __init__(self, text: str, encoding: str = UTF16) -> None:
        self.text = text
        self.lines = LINE_END.split(text)
        self.units = UNITS.get(encoding, UNITS[UTF16])

    def position(self, line: int, column: int) -> types.Position:
        """A line and a column, counted from 1, as a position; what lies outside becomes the nearest end."""
        if line > len(self.lines):
            return self.end
        raw = self.lines[max(line, 1) - 1]
        return types.Position(max(line, 1) - 1, self.units(raw[: _raw_index(raw, max(column, 1) - 1)]))

    def range(self, place: Place) -> types.Range:
        """A place as a range."""
        return types.Range(
            self.position(place.line, place.column), self.position(place.end_line, max(place.end_column, 1))
        )

    def place(self, position: types.Position) -> tuple[int, int]:
        """A position as line and column, counted from 1; what lies outside becomes the nearest end."""
        if position.line >= len(self.lines):
            return len(self.lines), len(unicodedata.normalize("NFC", self.lines[-1])) + 1
        before = self.before(position)
        return position.line + 1, len(unicodedata.normalize("NFC", before)) + 1

    def before(self, position: types.Position) -> str:
        """What stands in the position's line before it."""
        if position.line >= len(self.lines):
            return self.lines[-1]
        raw = self.lines[position.line]
        if raw.isascii():
            return raw[: position.character]
        index = bisect_right(range(len(raw) + 1), position.character, key=lambda end: self.units(raw[:end])) - 1
        return raw[: max(index, 0)]

    @property
    def end(self) -> types.Position:
        """The position behind the last character."""
        return types.Position(len(self.lines) - 1, self.units(self.lines[-1]))

    @property
    def whole(self) -> types.Range:
        """The range of all of it."""
        return types.Range(types.Position(0, 0), self.end)


def _raw_index(raw: str, column: int) -> int:
    """Where a column of the line's normal form stands in the line as it is typed."""
    if unicodedata.is_normalized("NFC", raw):
        return column
    prefix_lengths = range(len(raw) + 1)
    return bisect_right(prefix_lengths, column, key=lambda end: len(unicodedata.normalize("NFC", raw[:end]))) - 1


def is_within(place: Place, line: int, column: int) -> bool:
    """Whether a line and a column lie in a place; its end counts as inside, as the cursor stands between characters."""
    return (place.line, place.column) <= (line, column) <= (place.end_line, place.end_column)


def overlaps(one: types.Range, other: types.Range) -> bool:
    """Whether two ranges share a position."""
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character
