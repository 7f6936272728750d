"""The parts of a body: stem, options and sections, each with its source, what it parses to, and its places."""

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from exambank.syntax.positions import Lines

if TYPE_CHECKING:
    from markdown_it.token import Token


class Passage(NamedTuple):
    """A stretch of Markdown: its own source without the indent around it, and where its lines stand.

    What it parses to is given in one of two ways: by its block tokens, or, where it holds nothing but paragraphs, by
    the contents of these. Where it has neither, nobody has parsed it yet.
    """

    lines: Lines
    tokens: "tuple[Token, ...] | None" = None
    paragraphs: tuple[str, ...] | None = None

    @property
    def source(self) -> str:
        """The Markdown."""
        return self.lines.source


class Entry(Struct, frozen=True):
    """One entry of a list that stands for an answer.

    `mark` is "x", " " or, where there is no task mark, what stands in its place (a near miss, as typed) or "".
    """

    mark: str
    text: Passage
    feedback: Passage | None
    line: int
    column: int

    @property
    def is_option(self) -> bool:
        """Whether the entry carries a task mark."""
        return self.mark in ("x", " ")


class Section(Struct, frozen=True):
    """A `##` section: its title, the place of the title, its passage and its top-level lists' entries."""

    title: str
    heading: Lines
    body: Passage
    entries: tuple[Entry, ...]


class Body(Struct, frozen=True):
    """What stands below the front matter; `option_lists` has several entries only where the author erred."""

    stem: Passage
    option_lists: tuple[tuple[Entry, ...], ...]
    after_options: Passage | None
    sections: tuple[Section, ...]
    definitions: tuple[int, ...]  # lines that hold link reference definitions
