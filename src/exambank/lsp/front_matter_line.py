"""What is being written at a place in front matter, told from the lines: YAML that is being typed seldom parses."""

import re
from dataclasses import dataclass

from exambank.lsp.open_file import OpenFile

FENCE = re.compile(r"---[ \t]*")
TOP_FIELD = re.compile(r"(?P<name>[A-Za-z_][\w-]*)[ \t]*:(?:[ \t]|$)")
INNER_FIELD = re.compile(r"(?:^|[\s{,-])(?P<name>[a-z]+)[ \t]*:[ \t]*(?P<value>\"[^\"]*|'[^']*|[^\"',{}\[\]]*)$")
WORD = re.compile(r"[\w.-]*$")


@dataclass(frozen=True, slots=True)
class Writing:
    """What is written: a top field's name (`field` is None), or the value of `field`, or of its entry's `part`.

    `typed` is what of it already stands before the cursor.
    """

    typed: str
    field: str | None = None
    part: str | None = None


def writing_at(file: OpenFile, line: int, before: str) -> Writing | None:
    """What is written at a line (from 1) with this text before the cursor; None outside of front matter."""
    lines = file.client.lines
    if line < 2 or not FENCE.fullmatch(lines[0]):
        return None
    above = lines[1 : line - 1]
    if any(map(FENCE.fullmatch, above)) or FENCE.fullmatch(before):
        return None
    top = TOP_FIELD.match(before)
    if top is not None:
        return _in_value(top["name"], before[top.end() :])
    if re.fullmatch(r"[\w-]*", before):
        return Writing(before)
    owner = next((match for text in reversed(above) if (match := TOP_FIELD.match(text))), None)
    return _in_value(owner["name"], before) if owner and before[:1] in (" ", "\t", "-") else None


def _in_value(field: str, before: str) -> Writing:
    if field in ("suppress", "references", "reviews", "ai"):
        inner = INNER_FIELD.search(before)
        if inner is None:
            return Writing(_last_word(before), field)
        return Writing(inner["value"].lstrip("\"'"), field, inner["name"])
    return Writing(_last_word(before), field)


def _last_word(text: str) -> str:
    match = WORD.search(text)
    return match[0].lstrip("-") if match else ""
