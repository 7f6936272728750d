"""The bodies that nearly all items have, read line by line, without the Markdown parser.

Paragraphs, one option list whose entries are a paragraph and a quotation, and `##` sections of paragraphs: there a line
tells by its first characters what it is. Tables and fenced code are set apart, to be parsed when somebody asks.
Anything else (and anything in doubt) is left to `blocks.parse`, which is the
reference: wherever `read` gives a body, that one gives the same (tests/syntax/test_plain_body.py holds it; decision
0012).
"""

import re
from collections.abc import Callable, Sequence
from functools import partial

from exambank.syntax.body import Body, Entry, Passage, Section
from exambank.syntax.positions import Lines

TEXT = (  # the beginnings that no block of CommonMark, no table and no formula has
    r"(?:[^\W\d_]|[\"'‘’“”„«»‹›¿¡…–—−€£¥§©%&@/\\,.;?!(){}]"
    r"|\d+(?![.)\d])|\*{1,2}(?=[^\s*])|_{1,2}(?=[^\s_])|`{1,2}(?=[^`\s])|\$(?=[^$]))"
)
RANGE = r"\[[^][]*,[^][]*\](?!:)"
LINE = re.compile(
    rf"(?P<blank>\Z)|(?P<text>{TEXT})|(?P<row>\|)|(?P<fence>```\w*\Z)|(?P<option>[-*+] \[[ xX]\] (?=\S))"
    rf"|(?P<quote>  > (?={TEXT}))"
    rf"|(?P<more>  (?={TEXT}))|(?P<heading>\#\# (?=\S)[^#]*(?<=\S)\Z)|(?P<bullet>[-*+] (?!\()(?={TEXT}|{RANGE}))"
)
FLUSH = frozenset({"text", "row", "fence"})
UNUSUAL = re.compile(r"[^\S \n]|\0")  # blanks that Python and CommonMark do not cut alike
ANSWER = "Answer"
GAP = "Gap "  # how the title of a gap's section begins
COLUMN = 2  # of an entry's lines, from 0
MARKED = 6  # where an option's text begins, from 0

# as their classes make them, which takes three times as long
_lines: Callable[[tuple[tuple[tuple[int, int], ...], str]], Lines] = partial(tuple.__new__, Lines)
_passage: Callable[[tuple[Lines, None, tuple[str, ...] | None]], Passage] = partial(tuple.__new__, Passage)


class _Unusual(Exception):  # noqa: N818 - it never leaves this module
    """The body holds something that this reader does not know."""


def read(body: str, first_line: int, *, has_options: bool = True) -> Body | None:
    """The body; None where it has to be parsed."""
    if holds_unusual(body):
        return None
    lines = body.split("\n")
    try:
        return _Reader(lines, kinds_of(lines), first_line).body(has_options)
    except _Unusual:
        return None


def holds_unusual(text: str) -> bool:
    """Whether `UNUSUAL` finds something; told at a glance of ASCII text without control characters."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return False
    return UNUSUAL.search(text) is not None


def kinds_of(lines: Sequence[str]) -> list[str | None]:
    """What each line is: a group of `LINE`, whose first two need no regular expression; None where that is unknown."""
    return [("text" if line[0].isalpha() else kind_of(line)) if line else "blank" for line in lines]


def kind_of(line: str) -> str | None:
    """What a line is."""
    match = LINE.match(line)
    return match.lastgroup if match is not None else None


class _Reader:
    """A place in the lines, moving down."""

    def __init__(self, lines: list[str], kinds: Sequence[str | None], first_line: int) -> None:
        self.lines = lines
        self.kinds = kinds
        self.first_line = first_line
        self.row = 0
        self.end = len(lines)

    def body(self, has_options: bool) -> Body:
        stem = self.passage()
        option_lists: tuple[tuple[Entry, ...], ...] = ()
        if has_options and self.kind() == "option":
            option_lists = (self.entries("option", self.option),)
        sections: list[Section] = []
        while self.row < self.end:
            if self.kind() != "heading":
                raise _Unusual
            sections.append(self.section())
        return Body(stem, option_lists, None, tuple(sections), ())

    def kind(self) -> str | None:
        return self.kinds[self.row] if self.row < self.end else None

    def skip_blank(self) -> None:
        while self.kind() == "blank":
            self.row += 1

    def passage(self) -> Passage:
        """Paragraphs, tables and fenced code at the left margin, up to something else."""
        row = self.row
        self.skip_blank()
        start = end = self.row
        paragraphs: list[str] | None = []
        while (kind := self.kind()) in FLUSH:
            first = self.row
            while kind in FLUSH:
                if kind != "text":
                    paragraphs = None
                    self.row = self.fence_end() if kind == "fence" else self.row
                self.row += 1
                kind = self.kind()
            end = self.row
            if paragraphs is not None:
                paragraphs.append("\n".join(self.lines[first:end]).strip())
            self.skip_blank()
        if start == end:
            return Passage(Lines(((self.first_line + min(row, self.end - 1), 1),), ""), None, ())
        return self.flush(start, end, None if paragraphs is None else tuple(paragraphs))

    def flush(self, start: int, end: int, paragraphs: tuple[str, ...] | None) -> Passage:
        """Lines [start, end) from the left margin."""
        starts = tuple([(self.first_line + line, 1) for line in range(start, end)])
        return _passage((_lines((starts, "\n".join(self.lines[start:end]))), None, paragraphs))

    def fence_end(self) -> int:
        """The row that closes the fence of this one."""
        for row in range(self.row + 1, self.end):
            if "```" in self.lines[row]:
                if self.lines[row] == "```":
                    return row
                break
        raise _Unusual

    def section(self) -> Section:
        row = self.row
        title = self.lines[row][3:].strip()
        self.row += 1
        heading = Lines(((self.first_line + row, 4),), title)
        if title != ANSWER and not title.startswith(GAP):
            return Section(title, heading, self.passage(), ())
        self.skip_blank()
        kind = self.kind()
        if kind != "bullet" and (kind != "option" or title == ANSWER):
            self.row = row + 1
            return Section(title, heading, self.passage(), ())
        start = self.row
        entries = self.entries(kind, self.option if kind == "option" else self.answer)
        end = self.row
        while not self.lines[end - 1]:
            end -= 1
        return Section(title, heading, self.flush(start, end, None), entries)

    def entries(self, kind: str, entry: Callable[[], Entry]) -> tuple[Entry, ...]:
        """The entries of one list; an entry of the other kind, or with another bullet, is for the parser."""
        bullet = self.lines[self.row][0]
        found: list[Entry] = []
        while self.kind() == kind:
            if self.lines[self.row][0] != bullet:
                raise _Unusual
            found.append(entry())
        if self.row < self.end and self.kind() != "heading":
            raise _Unusual
        return tuple(found)

    def option(self) -> Entry:
        return self.entry(self.lines[self.row][3].lower(), MARKED)

    def answer(self) -> Entry:
        return self.entry("", COLUMN)

    def entry(self, mark: str, first: int) -> Entry:
        row = self.row
        line = self.first_line + row
        lines = [self.lines[row][first:]]
        starts = [(line, first + 1)]
        self.row += 1
        while self.kind() == "more":
            lines.append(self.lines[self.row][COLUMN:])
            starts.append((self.first_line + self.row, COLUMN + 1))
            self.row += 1
        source = "\n".join(lines).rstrip()
        text = _passage((_lines((tuple(starts), source)), None, (source,)))
        self.skip_blank()
        feedback = self.feedback() if self.kind() == "quote" else None
        return Entry(mark, text, feedback, line, 1)

    def feedback(self) -> Passage:
        """The lines of one paragraph in a quotation."""
        start = self.row
        while self.kind() == "quote":
            self.row += 1
        source = "\n".join([line[COLUMN + 2 :] for line in self.lines[start : self.row]])
        starts = tuple([(self.first_line + line, COLUMN + 3) for line in range(start, self.row)])
        self.skip_blank()
        return _passage((_lines((starts, source)), None, (source.strip(),)))
