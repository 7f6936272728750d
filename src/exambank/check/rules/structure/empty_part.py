"""STR007 empty-part: the stem, an option or an answer has nothing in it.

Why: a candidate sees a gap where a text was meant; often a picture or a piece of code was lost on the way.
Source: Tarrant 2006; 2 % of the options of one large public bank were such, docs/format.md.

Bad:
    - [x] Ask for the budget
    - [ ]
Good:
    - [x] Ask for the budget
    - [ ] Wait
"""

import re
from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.finding import Fault, FieldPath, Severity, quoted
from exambank.model.from_syntax import gap_sections, is_dropdown
from exambank.richtext.from_tokens import passage_tree
from exambank.richtext.plain import inlines_of, plain
from exambank.richtext.tree import Image
from exambank.syntax.body import Body, Passage
from exambank.syntax.document import Document
from exambank.syntax.plain_body import GAP

BLANK = "\u2800\u200b\u200c\u200d\ufeff\u00ad"  # seen in real banks in place of a text
NO_BLANKS = dict.fromkeys(map(ord, BLANK))

LETTER = re.compile(r"^[^\W_]", re.MULTILINE)  # a line that begins with a letter or digit shows something


def check(document: Document) -> Iterator[Fault]:
    """The stem, each option, and each entry of a gap."""
    body = document.body
    if body is None or not document.fields:
        return
    what = f"the {'stimulus' if document.kind == 'stimulus' else 'stem'}"
    if is_empty(body.stem):
        yield _empty(("stem",), said(what, body.stem), "write the text between front matter and options")
    entries = [entry for entries in body.option_lists for entry in entries]
    for number, entry in enumerate(entries):
        if is_empty(entry.text):
            what = said(f"option {number + 1}", entry.text)
            yield _empty(("options", number), what, "write its text behind the mark")
    if any(section.title.startswith(GAP) for section in body.sections):
        yield from _gaps(body)


def _gaps(body: Body) -> Iterator[Fault]:
    for anchor, gap in gap_sections(body).items():
        kind = "option" if is_dropdown(gap) else "answer"
        for number, entry in enumerate(gap.entries):
            if is_empty(entry.text):
                what = said(f"{kind} {number + 1} of `## {gap.title}`", entry.text)
                where = "mark" if kind == "option" else "bullet"
                yield _empty(("gaps", anchor, f"{kind}s", number), what, f"write its text behind the {where}")


def _empty(at: FieldPath, message: str, mend: str) -> Fault:
    return RULE.finding(at=at, message=message, mend=mend)


def said(what: str, passage: Passage) -> str:
    """That a part is empty, or that what it holds, such as HTML, is not shown."""
    source = passage.source.translate(NO_BLANKS).strip()
    return f"{what} shows nothing: {quoted(source)}" if source else f"{what} is empty"


def is_empty(passage: Passage) -> bool:
    """Whether a passage has neither text nor picture."""
    if passage.source[:1].isalnum():
        return False
    if not passage.source.strip():
        return True
    if LETTER.search(passage.source):
        return False
    blocks = passage_tree(passage)
    if plain(blocks).translate(NO_BLANKS).strip():
        return False
    return not any(isinstance(inline, Image) for inline in inlines_of(blocks))


RULE = Rule("STR007", "empty-part", Severity.ERROR, over=Document, check=check)
