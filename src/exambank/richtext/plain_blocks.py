"""Paragraphs, tables and fenced code at the left margin, made into a tree without the Markdown parser.

The counterpart of `syntax.plain_body`, which sets such passages apart (decision 0012): what is in doubt is left to the
parser, and tests/richtext/test_plain_blocks.py holds the two together.
"""

import re

from exambank.richtext.tree import Block, CodeBlock, Inline, Paragraph, Table, Tree
from exambank.syntax.plain_body import holds_unusual, kinds_of

DELIMITER = re.compile(r"(?:\| *:?-+:? *)+\|")
ROW = re.compile(r"\|[^\\`]*\|")  # escapes and code may hold bars that part no cells
ALIGNMENTS = {(False, False): "", (True, False): "left", (False, True): "right", (True, True): "center"}
CELLS = 10_000  # of one table; the parser has a bound of its own


class _Unusual(Exception):  # noqa: N818 - it never leaves this module
    """The text holds something that this reader does not know."""


def plain_blocks(source: str) -> Tree | None:
    """The blocks; None where the text has to be parsed."""
    if holds_unusual(source):
        return None
    lines = source.split("\n")
    kinds = kinds_of(lines)
    found: list[Block] = []
    row = 0
    try:
        while row < len(lines):
            if kinds[row] == "blank":
                row += 1
                continue
            end = _end(lines, kinds, row)
            found.append(_block(lines[row:end], kinds[row]))
            row = end
    except _Unusual:
        return None
    return tuple(found)


def _end(lines: list[str], kinds: list[str | None], row: int) -> int:
    """The row behind the block that begins in this one."""
    kind = kinds[row]
    if kind == "fence":
        return _fence_end(lines, row) + 1
    end = row
    while end < len(lines) and kinds[end] == kind:
        end += 1
    behind = kinds[end] if end < len(lines) else "blank"
    if behind != "blank" and (kind, behind) != ("text", "fence"):
        raise _Unusual
    return end


def _fence_end(lines: list[str], row: int) -> int:
    for end in range(row + 1, len(lines)):
        if "```" in lines[end]:
            if lines[end] == "```":
                return end
            break
    raise _Unusual


def _block(lines: list[str], kind: str | None) -> Block:
    if kind == "text":
        return Paragraph(_inlines("\n".join(lines).strip()))
    if kind == "row":
        return _table(lines)
    if kind == "fence":
        return CodeBlock("".join([line + "\n" for line in lines[1:-1]]), lines[0][3:])
    raise _Unusual


def _table(lines: list[str]) -> Table:
    lines = [line.rstrip(" ") for line in lines]
    if len(lines) < 2 or DELIMITER.fullmatch(lines[1]) is None or not all(map(ROW.fullmatch, lines)):
        raise _Unusual
    marks = [cell.strip(" ") for cell in lines[1][1:-1].split("|")]
    header, *rows = [line[1:-1].split("|") for line in (lines[0], *lines[2:])]
    count = len(marks)
    if len(header) != count or count * len(rows) > CELLS:
        raise _Unusual
    alignments = tuple([ALIGNMENTS[mark[0] == ":", mark[-1] == ":"] for mark in marks])
    return Table(alignments, _cells(header, count), tuple([_cells(row, count) for row in rows]))


def _cells(texts: list[str], count: int) -> tuple[tuple[Inline, ...], ...]:
    """So many cells: what is missing is empty, what is too many is left out."""
    cells = [_inlines(text.strip(" ")) for text in texts[:count]]
    return tuple(cells + [()] * (count - len(cells)))


def _inlines(content: str) -> tuple[Inline, ...]:
    from exambank.richtext.from_tokens import inlines  # it asks this module first

    return inlines(content)
