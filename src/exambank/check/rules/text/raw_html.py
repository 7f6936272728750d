"""TXT001 raw-html: the text holds HTML.

Why: no package carries it, since targets differ in what they let through and since it may run as code. Tags for bold,
italics and code become marks by `--fix`, where they show the same.
Source: docs/format.md, Markdown.

Bad:
    - [x] Ask <b>first</b>
    - [ ] Wait
Good:
    - [x] Ask **first**
    - [ ] Wait
"""

from collections.abc import Iterator

from exambank.check.html_marks import marked
from exambank.check.rule import Rule
from exambank.check.text_fields import text_fields
from exambank.finding import Fault, FieldEdit, FieldFix, FieldPath, Severity, quoted
from exambank.model.item import AnyItem
from exambank.richtext.plain import blocks_of, inlines_of
from exambank.richtext.text import RichText
from exambank.richtext.tree import HtmlBlock, InlineHtml, Tree


def check(item: AnyItem) -> Iterator[Fault]:
    """The first piece of HTML in each text."""
    for at, text in text_fields(item):
        html = first_html(text.tree) if "<" in text.source else None
        if html is not None:
            start = max(0, text.source.find(html.strip()))
            yield RULE.finding(
                at=at,
                span=(start, start + len(html.strip())),
                message=f"raw HTML: {quoted(html)}",
                mend="write it in Markdown; put a `<` that is meant as such in code or write `\\<`",
                fix=_fix(at, text),
            )


def _fix(at: FieldPath, text: RichText) -> FieldFix | None:
    """Marks in place of tags; an option's id follows from its text, so that there it is for a person to confirm."""
    source = marked(text)
    if source is None:
        return None
    part = "feedback" if at[0] == "options" and at[-1] == "feedback" else str(at[0])
    return FieldFix("write marks for the tags", part != "options", (part,), (FieldEdit(at, source),))


def first_html(blocks: Tree) -> str | None:
    """The first raw HTML of a tree."""
    for block in blocks_of(blocks):
        if isinstance(block, HtmlBlock):
            return block.html
    return next((inline.html for inline in inlines_of(blocks) if isinstance(inline, InlineHtml)), None)


RULE = Rule("TXT001", "raw-html", Severity.WARNING, over=AnyItem, check=check, signs=("<",))
