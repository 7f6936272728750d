"""A picture's source, written otherwise wherever it stands in a file."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from exambank.check.pictures import PICTURE
from exambank.finding import Edit, Place
from exambank.richtext.from_tokens import parsed, passage_tree
from exambank.richtext.rewrite import rewritten
from exambank.syntax.body import Passage
from exambank.syntax.document import Document
from exambank.syntax.plain_body import GAP

CODE = re.compile(r"(`+).*?\1", re.DOTALL)


def renamed_pictures(document: Document, old: str, new: str) -> list[tuple[str, Edit | None]]:
    """The edits with the part that each changes; None in place of those that would change anything but pictures."""
    found: list[tuple[str, Edit | None]] = []
    for part, passage in _passages(document):
        spans = list(_spans(passage.source, old))
        if not spans:
            continue
        text = passage.source
        for start, end in reversed(spans):
            text = text[:start] + new + text[end:]
        wanted = rewritten(passage_tree(passage), lambda source: new if unquote(source) == unquote(old) else source)
        if rewritten(parsed(text), str) == wanted:
            found += [(part, Edit(passage.lines.place(document.path, span), new)) for span in spans]
        else:
            found.append((part, None))
    return found


def picture_place(document: Document, source: str) -> Place:
    """Where a picture's source first stands; the stem's place where it is written in some other way."""
    for _, passage in _passages(document):
        for span in _spans(passage.source, source):
            return passage.lines.place(document.path, span)
    return document.places.place(("text",) if document.kind == "stimulus" else ("stem",))


def _passages(document: Document) -> Iterator[tuple[str, Passage]]:
    """Every passage by the name that fixes give it."""
    body = document.body
    if body is None:
        return
    yield "stem", body.stem
    for entry in (entry for entries in body.option_lists for entry in entries):
        yield "options", entry.text
        if entry.feedback is not None:
            yield "feedback", entry.feedback
    for section in body.sections:
        if section.title.startswith(GAP):
            yield "gaps", section.body
            continue
        yield "answers" if section.title == "Answer" else section.title.lower(), section.body


def _spans(source: str, name: str) -> Iterator[tuple[int, int]]:
    """Where the source of a picture stands; not in code."""
    if "![" not in source:
        return
    shown = CODE.sub(lambda code: " " * len(code[0]), source)
    for match in PICTURE.finditer(shown):
        group = 1 if match[1] is not None else 2
        if unquote(match[group]) == unquote(name):
            yield match.span(group)
