"""From one text to another by whole lines, so that cursors and folds elsewhere stay where they are."""

import re
from difflib import SequenceMatcher

from lsprotocol import types

from exambank.lsp.positions import ClientText

WITH_END = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def line_edits(before: ClientText, after: str) -> list[types.TextEdit]:
    """The edits that make `after` of a text; none where they are equal."""
    old, new = WITH_END.findall(before.text), WITH_END.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        types.TextEdit(types.Range(_start(before, old, first), _start(before, old, last)), "".join(new[start:end]))
        for kind, first, last, start, end in matcher.get_opcodes()
        if kind != "equal"
    ]


def _start(text: ClientText, lines: list[str], number: int) -> types.Position:
    """Where the line of this number begins, from 0; behind the last character where there are no more lines."""
    return types.Position(number, 0) if number < len(lines) else text.end
