"""What every stage reports with: a finding, its severity and its place."""

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct


class Severity(StrEnum):
    """How grave a finding is, gravest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Place(NamedTuple):
    """A range in a file; lines and columns count from 1, the end column is exclusive.

    A tuple, since an item has some thirty of them and a frozen dataclass takes four times as long to make.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


class Edit(Struct, frozen=True):
    """Text that takes the place of a range of a file."""

    place: Place
    text: str


class Fix(Struct, frozen=True):
    """A mend that the tool can make itself: what it does, the item's fields that it changes, and how.

    A safe one keeps the meaning and every key's digest; others are likely, and for a person to confirm.
    """

    title: str
    is_safe: bool
    changes: tuple[str, ...]
    edits: tuple[Edit, ...]


class Finding(Struct, frozen=True):
    """One thing that is wrong, where it is, and how to mend it."""

    code: str
    name: str
    severity: Severity
    message: str
    mend: str
    place: Place
    fix: Fix | None = None

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort key: path, line, column, code, message."""
        return (self.place.path, self.place.line, self.place.column, self.code, self.message)


class Suppressed(Struct, frozen=True):
    """A finding that is not told: silenced in the item's own file or outside of it, and the reason given there."""

    finding: Finding
    is_in_source: bool
    reason: str


FieldPath = tuple[str | int, ...]


class FieldEdit(Struct, frozen=True):
    """Text that takes the place of a field's source, or of the offsets `span` into it."""

    at: FieldPath
    text: str
    span: tuple[int, int] | None = None


class FieldFix(Struct, frozen=True):
    """A fix that knows fields but not yet places.

    `order` is another order of the options, counted from 0; `removed` are entries or fields of the front matter;
    `pictures` are a picture's source and another, to be written wherever the first one stands.
    """

    title: str
    is_safe: bool
    changes: tuple[str, ...]
    edits: tuple[FieldEdit, ...] = ()
    order: tuple[int, ...] = ()
    removed: tuple[FieldPath, ...] = ()
    pictures: tuple[str, str] | None = None


class Fault(Struct, frozen=True):
    """A finding that knows its field but not yet its place; `span` are offsets into that field's source."""

    code: str
    name: str
    severity: Severity
    message: str
    mend: str
    at: FieldPath
    span: tuple[int, int] | None = None
    path: str | None = None  # the file, where the rule looks at the whole bank
    fix: FieldFix | None = None


def quoted(text: str, limit: int = 60) -> str:
    """The author's words on one line, in quotation marks, at most `limit` characters."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= limit else f'"{line[: limit - 1]}…"'


def plural(count: int, noun: str) -> str:
    """A count with its noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def nearest(word: str, known: list[str]) -> str | None:
    """The known name within edit distance 2 or so of `word`, if there is one."""
    from difflib import get_close_matches

    close = get_close_matches(word, sorted(known), n=1, cutoff=0.7)
    return close[0] if close else None
