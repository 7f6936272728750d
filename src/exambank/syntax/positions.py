"""From fields and offsets to lines and columns."""

from bisect import bisect_right
from typing import NamedTuple

from msgspec import Struct, field

from exambank.finding import FieldPath, Place


class Lines(NamedTuple):
    """Where each line of a field's source stands in the file: (line, column) pairs, from 1."""

    starts: tuple[tuple[int, int], ...]
    source: str

    def place(self, path: str, span: tuple[int, int] | None = None) -> Place:
        """The place of the whole field, or of the offsets `span` into its source."""
        if span is not None:
            return Place(path, *self._at(span[0]), *self._at(span[1]))
        line, column = self.starts[min(self.source.count("\n"), len(self.starts) - 1)]
        return Place(path, *self.starts[0], line, column + len(self.source) - (self.source.rfind("\n") + 1))

    def _at(self, offset: int) -> tuple[int, int]:
        before = self.source[: max(0, offset)]
        row = min(before.count("\n"), len(self.starts) - 1)
        line, column = self.starts[row]
        return line, column + len(before) - (before.rfind("\n") + 1)


class Places(Struct):
    """The side table: field path → where it stands."""

    path: str
    fields: dict[FieldPath, Lines | Place] = field(default_factory=dict)

    def place(self, at: FieldPath, span: tuple[int, int] | None = None) -> Place:
        """The place of the field, of the nearest field that holds it, or of the file's first line."""
        for length in range(len(at), 0, -1):
            found = self.fields.get(at[:length])
            if isinstance(found, Lines):
                return found.place(self.path, span if length == len(at) else None)
            if found is not None:
                return found
        return Place(self.path)


def line_starts(text: str) -> list[int]:
    """Offsets at which the lines of `text` begin."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def whole_place(path: str, text: str) -> Place:
    """The place of a whole file."""
    return Place(path, 1, 1, text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1)


def place_of(path: str, text: str, offset: int, length: int = 1) -> Place:
    """The place of `length` characters at an offset of a whole file."""
    starts = line_starts(text)
    row = bisect_right(starts, offset) - 1
    column = offset - starts[row] + 1
    return Place(path, row + 1, column, row + 1, column + length)
