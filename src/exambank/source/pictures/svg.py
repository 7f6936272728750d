"""SVG, as the tokens of XML: comments, metadata elements, and attributes in which editors keep file names.

`title` and `desc` are for those who cannot see the picture, and stay.
"""

import re
from collections.abc import Iterator

from exambank.source.pictures.part import BrokenPictureError, Part

BOM = b"\xef\xbb\xbf"
CLOSED = ((b"<!--", b"-->", "a comment"), (b"<![CDATA[", b"]]>", ""), (b"<?", b"?>", ""), (b"<!DOCTYPE", b">", ""))
NAME = re.compile(rb"</?(?:[\w.-]+:)?([\w.-]+)")
TAG_END = re.compile(rb"(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+>")
FILE_NAME = re.compile(
    rb"(?<=\s)(?:sodipodi:(?:docname|docbase|absref)|inkscape:export-filename)\s*=\s*(?:\"[^\"]*\"|'[^']*')"
)
SHORTEST = len("<a sodipodi:absref='a'>") - 1  # of tags that can hold a file's name


def parts(data: bytes) -> Iterator[Part]:
    """The tokens that say something, and all between them.

    Raises:
        BrokenPictureError: the file is no SVG.
    """
    kept = 0
    for start, end, said in _said(data):
        if start > kept:
            yield Part("svg", kept, start)
        yield Part("said", start, end, said)
        kept = end
    yield Part("svg", kept, len(data))


def _said(data: bytes) -> Iterator[tuple[int, int, str]]:
    """Where something is said, in order."""
    is_svg = False
    depth, begins, content = 0, 0, 0  # how many metadata elements are open, and where the first and its content begin
    for start, end, said in _tokens(data):
        match = None if said else NAME.match(data, start)
        name = match[1] if match else b""
        is_svg = is_svg or name == b"svg"
        if name == b"metadata" and not data.endswith(b"/>", start, end):
            begins, content = (begins, content) if depth else (start, end)
            depth += -1 if data.startswith(b"</", start) else 1
            if depth == 0 and data[content:start].strip():
                yield begins, end, "metadata"
        elif said and not depth:
            yield start, end, said
        elif name and not depth and end - start > SHORTEST:
            yield from ((*one.span(), "a file's name") for one in FILE_NAME.finditer(data, start, end))
    if not is_svg or depth:
        raise BrokenPictureError("an element is not closed" if depth else "it has no element `svg`")


def _tokens(data: bytes) -> Iterator[tuple[int, int, str]]:
    """Tags, comments and the like, in order, with what comments are called."""
    if not data.removeprefix(BOM).lstrip().startswith(b"<"):
        raise BrokenPictureError("it does not begin like an SVG")
    start = data.find(b"<")
    while start >= 0:
        closing, said = b"", ""
        if data[start + 1 : start + 2] in (b"!", b"?"):
            closing, said = next(((end, said) for head, end, said in CLOSED if data.startswith(head, start)), (b"", ""))
        if closing:
            found = data.find(closing, _subset_end(data, start) if closing == b">" else start + 2)
            end = found + len(closing) if found >= 0 else -1
        else:
            tag = TAG_END.match(data, start + 1)
            end = tag.end() if tag else -1
        if end < 0:
            raise BrokenPictureError(f"what begins at byte {start} has no end")
        yield start, end, said
        start = data.find(b"<", end)


def _subset_end(data: bytes, start: int) -> int:
    """Where the declarations within a document type end; where it begins, if there are none."""
    opening, closing = data.find(b"[", start), data.find(b">", start)
    return data.find(b"]", opening) if 0 <= opening < closing else start
