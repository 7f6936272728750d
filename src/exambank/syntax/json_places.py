"""Where the values of a JSON text stand: Python's reader tells that of syntax errors alone."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator

from exambank.finding import FieldPath, Place
from exambank.syntax.positions import Places, line_starts

PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+')


def json_places(path: str, text: str) -> Places:
    """The places in a text that is JSON: of names for objects and lists that have one, of values for what is plain."""
    starts = line_starts(text)
    places = Places(path)
    for at, start, end in _names_and_values(text):
        row = bisect_right(starts, start) - 1
        column = start - starts[row] + 1
        places.fields[at] = Place(path, row + 1, column, row + 1, column + end - start)
    return places


def doubled(text: str) -> FieldPath | None:
    """The first name that an object of a JSON text holds twice, with the path to it."""
    named: set[FieldPath] = set()
    for at, _, _ in _names_and_values(text, is_names=True):
        if at in named:
            return at
        named.add(at)
    return None


def _names_and_values(text: str, *, is_names: bool = False) -> Iterator[tuple[FieldPath, int, int]]:
    """Paths with the offsets of their names, then of their plain values; with `is_names` of names alone."""
    at: list[str | int] = []
    is_name = False
    for match in PIECE.finditer(text):
        piece = match[0]
        if piece in "{[":
            at.append("" if piece == "{" else 0)
            is_name = piece == "{"
        elif piece in "}]":
            at.pop()
            is_name = False
        elif piece == ",":
            is_name = isinstance(at[-1], str)
            if not is_name:
                at[-1] = int(at[-1]) + 1
        elif piece == ":":
            is_name = False
        elif is_name:
            at[-1] = json.loads(piece)
            yield tuple(at), match.start(), match.end()
        elif not is_names:
            yield tuple(at), match.start(), match.end()
