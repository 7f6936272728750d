"""TXT001 raw-html: the text holds HTML.

Why: no package carries it, since targets differ in what they let through and since it may run as code.
Source: docs/format.md, Markdown.

Bad:
    - [x] Ask <b>first</b>
    - [ ] Wait
Good:
    - [x] Ask **first**
    - [ ] Wait
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.text_fields import text_fields
from exambank.finding import Fault, Severity, quoted
from exambank.model.item import AnyItem
from exambank.richtext.plain import blocks_of, inlines_of
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
            )


def first_html(blocks: Tree) -> str | None:
    """The first raw HTML of a tree."""
    for block in blocks_of(blocks):
        if isinstance(block, HtmlBlock):
            return block.html
    return next((inline.html for inline in inlines_of(blocks) if isinstance(inline, InlineHtml)), None)


RULE = Rule("TXT001", "raw-html", Severity.WARNING, over=AnyItem, check=check, signs=("<",))
