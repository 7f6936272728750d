"""Front matter of the common shape, read line by line: what has any other shape is left to the YAML parser.

The shape: `name: value` lines, and lists indented by two spaces, of values or of `name: value` lines. A value is plain
ASCII without `:` and `#`, or stands in double quotes without escapes. tests/syntax/test_plain_header.py holds the two
readers together; docs/decisions/0017-plain-headers.md says what it saves.
"""

import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

from exambank.finding import Place
from exambank.syntax.yaml_document import YamlDocument, plain_value

NAME = r"(?P<name>[A-Za-z_][A-Za-z0-9_-]{0,60}):"
VALUE = r"(?P<value>[A-Za-z0-9](?:[ -\"$-9;-~]*[!-\"$-9;-~])?|\"[ !#-\[\]-~]*\")"
LINE = re.compile(rf"(?P<indent>    |  (?P<dash>- )?|)(?:{NAME}(?: {VALUE})?|{VALUE.replace('value', 'entry')})")

# as Place makes it, which takes three times as long; a header has two dozen
_place: Callable[[tuple[str, int, int, int, int]], Place] = partial(tuple.__new__, Place)


Line = tuple[str, bool, str | None, bool, Any, int]  # indent, dash, name, whether a value, the value, its column


@lru_cache(maxsize=1 << 12)  # status, objective and level are the same lines in many items
def line_of(line: str) -> Line | None:
    """The parts of a line of the common shape; a value without a name is an entry of a list."""
    match = LINE.fullmatch(line)
    if match is None:
        return None
    name, value, alone = match.group("name", "value", "entry")
    text = value if name is not None else alone
    start = 0 if value is None else match.start("value") + 1
    return (
        match["indent"],
        match["dash"] is not None,
        name,
        text is not None,
        None if text is None else _value(text),
        start,
    )


def read(text: str, path: str, first_line: int) -> YamlDocument | None:
    """The same as the YAML parser would give, or None where only that can tell."""
    reader = _Reader(path)
    for number, line in enumerate(text.removesuffix("\n").split("\n"), first_line):
        parts = line_of(line)
        if parts is None:
            return None
        take = reader.field if parts[0] == "" else reader.listed
        if not take(number, parts, len(line) + 1):
            return None
    return reader.document


class _Reader:
    """Takes lines; `list_of` is the field whose list may follow, `entry` the mapping in that list that may go on.

    Each method says whether the line has the common shape; `end` is the column behind it.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.document = YamlDocument()
        self.list_of = ""
        self.entries: list[Any] = []
        self.entry: dict[str, Any] | None = None

    def field(self, number: int, parts: Line, end: int) -> bool:
        _, _, name, has_value, value, start = parts
        document = self.document
        if name is None or name in document.values:
            return False
        document.keys[name,] = _place((self.path, number, 1, number, len(name) + 1))
        document.places[name,] = _place((self.path, number, start if has_value else end, number, end))
        document.values[name] = value
        self.list_of, self.entries, self.entry = "" if has_value else name, [], None
        return True

    def listed(self, number: int, parts: Line, end: int) -> bool:
        indent, has_dash, name, _, value, _ = parts
        if not self.list_of:
            return False
        if has_dash:
            if not self.entries:
                self.document.values[self.list_of] = self.entries
                self.document.places[self.list_of,] = _place((self.path, number, 3, number, 3))
            at = (self.list_of, len(self.entries))
            is_alone = name is None
            self.entry = None if is_alone else {}
            self.entries.append(value if is_alone else self.entry)
            self.document.places[at] = _place((self.path, number, 5, number, end if is_alone else 5))
            if is_alone:
                return True
        elif indent == "  ":
            return False
        return self.pair(number, parts, end)

    def pair(self, number: int, parts: Line, end: int) -> bool:
        _, _, name, has_value, value, start = parts
        if self.entry is None or name is None or not has_value or name in self.entry:
            return False
        at = (self.list_of, len(self.entries) - 1, name)
        self.document.keys[at] = _place((self.path, number, 5, number, len(name) + 5))
        self.document.places[at] = _place((self.path, number, start, number, end))
        self.entry[name] = value
        return True


def _value(text: str) -> Any:
    return text[1:-1] if text[0] == '"' else plain_value(text)
