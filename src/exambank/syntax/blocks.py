"""The body of an item, whatever it holds: its tokens taken apart into stem, option list and sections."""

import re
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass

from markdown_it.token import Token

from exambank.syntax.body import Body, Entry, Passage, Section
from exambank.syntax.markdown import block_tokens
from exambank.syntax.positions import Lines

MARK = re.compile(r"\[([ xX])\](?=\s|\Z)")
NEAR_MARK = re.compile(r"\[(?:\s*[xX*✓✔vV-]\s*|\s{2,}|)\](?=\s|\Z)|\(\s*[xX*]?\s*\)(?=\s|\Z)")
QUOTE = re.compile(r" {0,3}> ?")


def parse(body: str, first_line: int, *, has_options: bool = True) -> Body:
    """Splits a body; any text has a reading, faults are for the rules to find.

    Without `has_options` a task list is text like any other, as in a stimulus.
    """
    environment: dict[str, object] = {}
    tokens = block_tokens(body, environment)
    source = _Source(body.split("\n"), first_line, tokens)
    ends = [
        i for i, token in enumerate(tokens) if token.type == "heading_open" and token.level == 0 and token.tag == "h2"
    ]
    lead = tokens[: ends[0]] if ends else tokens
    lead_end = _line(tokens, ends[0]) if ends else len(source.lines)
    sections = tuple(_sections(source, tokens, ends))
    stem, option_lists, after = (
        _lead(source, lead, lead_end) if has_options else (source.passage(0, lead_end, lead), (), None)
    )
    references = environment.get("references") or {}
    return Body(stem, option_lists, after, sections, tuple(_definitions(source, references)))


@dataclass(frozen=True, slots=True)
class _Source:
    lines: list[str]
    first_line: int
    tokens: Sequence[Token]

    def passage(self, start: int, end: int, tokens: Sequence[Token]) -> Passage:
        """Lines [start, end) at the left margin, less blank lines around them."""
        first = min(start, len(self.lines) - 1)
        while start < end and not self.lines[start].strip():
            start += 1
        while end > start and not self.lines[end - 1].strip():
            end -= 1
        starts = tuple((self.first_line + row, 1) for row in range(start, end)) or ((self.first_line + first, 1),)
        return Passage(Lines(starts, "\n".join(self.lines[start:end])), tuple(tokens))

    def indented(self, start: int, end: int, column: int, tokens: Sequence[Token], quoted: bool = False) -> Passage:
        """Lines [start, end) with `column` characters of indent (the list marker in the first line) cut off."""
        cut: list[str] = []
        starts: list[tuple[int, int]] = []
        for row in range(start, end):
            text = self.lines[row]
            inset = column if row == start and not quoted else min(column, len(text) - len(text.lstrip(" ")))
            if quoted and (match := QUOTE.match(text, inset)):
                inset = match.end()
            cut.append(text[inset:])
            starts.append((self.first_line + row, inset + 1))
        while cut and not cut[-1].strip():
            cut.pop()
        kept = tuple(starts[: max(1, len(cut))]) or ((self.first_line + start, column + 1),)
        return Passage(Lines(kept, "\n".join(cut)), tuple(tokens))


def _line(tokens: Sequence[Token], at: int) -> int:
    position = tokens[at].map
    return position[0] if position else 0


def _lead(
    source: _Source, tokens: Sequence[Token], end: int
) -> tuple[Passage, tuple[tuple[Entry, ...], ...], Passage | None]:
    top = list(_top_level(tokens))
    lists = [block for block in top if _is_option_list(tokens, *block)]
    if not lists:
        return source.passage(0, end, tokens), (), None
    first, last = lists[0], lists[-1]
    stem = source.passage(0, _line(tokens, first[0]), tokens[: first[0]])
    option_lists = tuple(tuple(_entries(source, tokens[start:stop])) for start, stop in lists)
    outside = [block for block in top[top.index(first) + 1 :] if block not in lists]
    if not outside:
        return stem, option_lists, None
    start = _line(tokens, outside[0][0])
    stop = end if outside[-1][0] > last[0] else _line(tokens, last[0])
    return stem, option_lists, source.passage(start, stop, tokens[outside[0][0] : outside[-1][1]])


def _top_level(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    start = 0
    for at, token in enumerate(tokens):
        if token.level == 0:
            if token.nesting >= 0:
                start = at
            if token.nesting <= 0:
                yield start, at + 1


def _is_option_list(tokens: Sequence[Token], start: int, stop: int) -> bool:
    if tokens[start].type not in ("bullet_list_open", "ordered_list_open"):
        return False
    return any(
        tokens[at].level == 1 and tokens[at].type == "list_item_open" and _mark(tokens, at) for at in range(start, stop)
    )


def _mark(tokens: Sequence[Token], at: int) -> str:
    """The task mark of the list entry at `at`, a near miss as it stands, or ""."""
    if at + 2 >= len(tokens) or tokens[at + 2].type != "inline":
        return ""
    content = tokens[at + 2].content
    if match := MARK.match(content):
        return match[1]
    match = NEAR_MARK.match(content)
    return match[0] if match else ""


def _entries(source: _Source, tokens: Sequence[Token]) -> Iterator[Entry]:
    level = tokens[0].level + 1
    start = 0
    for at, token in enumerate(tokens):
        if token.level == level:
            if token.type == "list_item_open":
                start = at
            elif token.type == "list_item_close":
                yield _entry(source, tokens, start, at)


def _entry(source: _Source, tokens: Sequence[Token], at: int, end: int) -> Entry:
    start, stop = tokens[at].map or [0, 0]
    line = source.lines[start]
    mark = _mark(tokens, at)
    column = _content_column(line, tokens[at])
    inside = list(tokens[at + 1 : end])
    first = column
    if mark:
        first += _cut_mark(inside, mark)
        first += len(line[first:]) - len(line[first:].lstrip(" \t"))
    quote = _feedback_start(inside)
    feedback = None
    text_stop = stop
    if quote is not None:
        text_stop, quote_stop = inside[quote].map or [stop, stop]
        feedback = source.indented(text_stop, quote_stop, column, inside[quote + 1 : -1], quoted=True)
    text = _option_text(source, start, text_stop, (column, first), inside[:quote] if quote is not None else inside)
    return Entry(
        "x" if mark == "X" else mark, text, feedback, source.first_line + start, line.find(line.strip()[:1]) + 1
    )


def _option_text(source: _Source, start: int, stop: int, columns: tuple[int, int], tokens: Sequence[Token]) -> Passage:
    """The option's lines; the first begins behind the mark, the others at the entry's indent."""
    column, first = columns
    rest = source.indented(start, stop, column, tokens)
    lines = rest.source.split("\n")
    lines[0] = source.lines[start][first:]
    starts = ((source.first_line + start, first + 1), *rest.lines.starts[1:])
    return Passage(Lines(starts, "\n".join(lines).rstrip()), tuple(tokens))


def _content_column(line: str, item: Token) -> int:
    bare = line.lstrip(" ")
    indent = len(line) - len(bare)
    marker = len(item.info) + len(item.markup)
    behind = bare[marker:]
    gap = len(behind) - len(behind.lstrip(" "))
    return indent + marker + (gap if 1 <= gap <= 4 else 1)


def _cut_mark(tokens: list[Token], mark: str) -> int:
    """Takes the mark off the first paragraph; returns its width in the line.

    A section holds the same tokens, and there the mark is text.
    """
    width = 3 if len(mark) == 1 else len(mark)
    tokens[1] = copy(tokens[1])
    tokens[1].content = tokens[1].content[width:].lstrip()
    return width


def _feedback_start(tokens: Sequence[Token]) -> int | None:
    """Where the last block of an entry begins, if it is a quotation."""
    if not tokens or tokens[-1].type != "blockquote_close":
        return None
    return next(
        at
        for at in range(len(tokens) - 1, -1, -1)
        if tokens[at].type == "blockquote_open" and tokens[at].level == tokens[-1].level
    )


def _sections(source: _Source, tokens: Sequence[Token], starts: list[int]) -> Iterator[Section]:
    for index, at in enumerate(starts):
        stop = starts[index + 1] if index + 1 < len(starts) else len(tokens)
        row = _line(tokens, at)
        end = _line(tokens, stop) if stop < len(tokens) else len(source.lines)
        title = tokens[at + 1].content
        column = source.lines[row].find(title) + 1 if title else 1
        inside = tokens[at + 3 : stop]
        heading = Lines(((source.first_line + row, max(1, column)),), title)
        body = source.passage((tokens[at].map or [row, row + 1])[1], end, inside)
        lists = [block for block in _top_level(inside) if inside[block[0]].type == "bullet_list_open"]
        entries = tuple(entry for start, end_ in lists for entry in _entries(source, inside[start:end_]))
        yield Section(title, heading, body, entries)


def _definitions(source: _Source, references: object) -> Iterator[int]:
    if not isinstance(references, dict):
        return
    for value in references.values():
        position = value.get("map") if isinstance(value, dict) else None
        yield source.first_line + (position[0] if position else 0)
