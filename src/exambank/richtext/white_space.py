"""White space as HTML shows it: the one form in which inlines from Markdown and from HTML are equal."""

import re
from collections.abc import Iterable

from exambank.richtext.tree import HardBreak, Inline, SoftBreak, Text

BREAK = re.compile(r"[ \t\r\f]*\n[ \t\r\f\n]*")
RUN = re.compile(r"[ \t\r\f]{2,}|[\t\r\f]")
BLANK = " \t\r\f"


def folded(inlines: Iterable[Inline], *, is_whole: bool = True) -> tuple[Inline, ...]:
    """Neighbouring texts joined, runs of spaces made one, none beside a line break.

    A `is_whole` block's content loses the white space at its two ends as well.
    """
    given = tuple(inlines)
    if len(given) == 1 and isinstance(given[0], Text) and is_folded(given[0].text):
        return given
    found: list[Inline] = []
    for inline in given:
        _add(found, inline)
    if is_whole:
        _trim(found)
    return tuple(found)


def is_folded(text: str) -> bool:
    """Whether folding would change nothing, by a look that is quick and may say no too often."""
    return bool(text) and text[0] != " " and text[-1] != " " and "  " not in text and text.isprintable()


def _add(found: list[Inline], inline: Inline) -> None:
    last = found[-1] if found else None
    if isinstance(inline, Text):
        text = RUN.sub(" ", inline.text) if "  " in inline.text or not inline.text.isprintable() else inline.text
        if isinstance(last, Text):
            found.pop()
            text = RUN.sub(" ", last.text + text)
        elif isinstance(last, SoftBreak | HardBreak):
            text = text.lstrip(BLANK)
        if text:
            found.append(Text(text))
        return
    if isinstance(inline, SoftBreak | HardBreak):
        if isinstance(last, Text) and last.text.endswith(" "):
            found[-1:] = [Text(last.text.rstrip(BLANK))] if last.text.rstrip(BLANK) else []
        if isinstance(inline, SoftBreak) and found and isinstance(found[-1], SoftBreak | HardBreak):
            return
        if isinstance(inline, HardBreak) and found and isinstance(found[-1], SoftBreak):
            found.pop()
    found.append(inline)


def _trim(found: list[Inline]) -> None:
    while found and isinstance(found[0], SoftBreak):
        del found[0]
    if found and isinstance(found[0], Text):
        text = found[0].text.lstrip(BLANK)
        found[:1] = [Text(text)] if text else []
    while found and isinstance(found[-1], SoftBreak):
        del found[-1]
    if found and isinstance(found[-1], Text):
        text = found[-1].text.rstrip(BLANK)
        found[-1:] = [Text(text)] if text else []


def split(text: str) -> list[Inline]:
    """Characters of an HTML text node as texts and soft breaks."""
    if "\n" not in text:
        return [Text(text)] if text else []
    found: list[Inline] = []
    for number, line in enumerate(BREAK.split(text)):
        if number:
            found.append(SoftBreak())
        if line:
            found.append(Text(line))
    return found
