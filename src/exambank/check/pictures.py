"""The pictures of a text, and where they stand in it."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from exambank.richtext.plain import inlines_of
from exambank.richtext.text import RichText
from exambank.richtext.tree import Image

SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")  # of pictures that LMSs show
PICTURE = re.compile(r"!\[(?:[^\[\]\\]|\\.)*\]\(\s*(?:<([^<>\n]*)>|([^\s()<>]*))[^()]*\)?", re.DOTALL)


def pictures(text: RichText) -> Iterator[tuple[Image, tuple[int, int] | None]]:
    """Each picture with the offsets of its Markdown; without them from one on whose path has escapes."""
    if "![" not in text.source:
        return
    at = 0
    for inline in inlines_of(text.tree):
        if isinstance(inline, Image):
            name = unquote(inline.source)
            found = (
                match for match in PICTURE.finditer(text.source, at) if unquote(match[1] or match[2] or "") == name
            )
            match = next(found, None)
            at = match.end() if match else len(text.source)  # looked through once, however many are not found
            yield inline, match.span() if match else None


def file_name(path: str) -> str:
    """The last part of a picture's path, as its author wrote it."""
    return unquote(path.partition("?")[0]).rpartition("/")[2]
