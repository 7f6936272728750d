"""SEC002 comment-in-item: an HTML comment stands in a text that packages carry.

Why: it does not show on the page, so that authors write the key or a doubt into it, and a package that keeps Markdown
keeps it: whoever opens the file reads it.
Source: leak paths of public banks, docs/security.md.

Bad:
    - [x] Ask for the budget <!-- checked with legal -->
    - [ ] Wait
Good:
    - [x] Ask for the budget
    - [ ] Wait

    ## Notes

    Checked with legal.
"""

import re
from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.text_fields import text_fields
from exambank.finding import Fault, FieldEdit, FieldFix, FieldPath, Severity, plural
from exambank.model.item import AnyItem
from exambank.richtext.plain import blocks_of, inlines_of
from exambank.richtext.tree import HtmlBlock, InlineHtml, Tree

COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def check(item: AnyItem) -> Iterator[Fault]:
    """Each comment of each text but the notes; its words are not repeated, since they may tell the key."""
    for at, text in text_fields(item):
        if "<!--" not in text.source:
            continue
        end = 0
        for comment in comments(text.tree):
            start = text.source.find(comment, end)
            end = max(end, start + len(comment))
            yield RULE.finding(
                at=at,
                span=(start, end) if start >= 0 else None,
                message=f"an HTML comment of {plural(len(comment), 'character')} goes into packages",
                fix=deleted(at, start, end) if start >= 0 else None,
                mend="delete it, or write it under `## Notes`, which no package carries",
            )


def deleted(at: FieldPath, start: int, end: int) -> FieldFix:
    """The text without the comment."""
    part = at[0] if at[-1] == "text" else at[-1]
    return FieldFix("delete the comment", False, (str(part),), (FieldEdit(at, "", (start, end)),))


def comments(blocks: Tree) -> Iterator[str]:
    """The comments of a tree."""
    for block in blocks_of(blocks):
        if isinstance(block, HtmlBlock):
            yield from COMMENT.findall(block.html.strip())
    for inline in inlines_of(blocks):
        if isinstance(inline, InlineHtml):
            yield from COMMENT.findall(inline.html)


RULE = Rule("SEC002", "comment-in-item", Severity.WARNING, over=AnyItem, check=check, signs=("<!--",))
