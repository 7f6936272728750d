r"""ACC005 table-without-header: a table's header row is empty, or a table is coloured or merged by HTML.

Why: a screen reader says a cell's column before its value; without a header a table is a heap of numbers. Colours and
merged cells reach no target, and what they said is lost.
Source: WCAG 2.2, success criteria 1.3.1 and 1.4.1; failure F91.

Bad:
    Which quarter was best?

    |    |    |
    |----|----|
    | Q1 | 40 |
    | Q2 | 60 |

    - [x] Q2
    - [ ] Q1
Good:
    Which quarter was best?

    | Quarter | Deals |
    |---------|-------|
    | Q1      | 40    |
    | Q2      | 60    |

    - [x] Q2
    - [ ] Q1
"""

import re
from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.text_fields import text_fields
from exambank.finding import Fault, Severity, quoted
from exambank.model.item import AnyItem
from exambank.richtext.plain import blocks_of, inlines_of, plain_inlines
from exambank.richtext.text import RichText
from exambank.richtext.tree import HtmlBlock, Image, Inline, InlineHtml, Paragraph, Table

CELL = re.compile(
    r"<t(?:able|[dhr])\b[^<>]{0,300}?(?:\b(?:colspan|rowspan|bgcolor)\b|\bstyle\s?=[^<>]{0,300}colou?r)", re.IGNORECASE
)
EMPTY_HEADER = re.compile(r"^[ \t>]*\|(?:[ \t|]|&nbsp;|\u00a0)*(?=\n[ \t>]*[|:-])", re.MULTILINE)


def check(item: AnyItem) -> Iterator[Fault]:
    """Each table without header, and the first cell of each text that HTML colours or merges."""
    for at, text in text_fields(item):
        if "|" in text.source:
            for span in _without_header(text):
                yield RULE.finding(
                    at=at, span=span, message="the header row of the table is empty", mend="name each column in it"
                )
        if "<" in text.source and (cell := CELL.search(text.source)) and _is_html(text, cell[0]):
            yield RULE.finding(
                at=at,
                span=cell.span(),
                message=f"HTML colours or merges cells of a table: {quoted(cell[0])}",
                mend="write a Markdown table with a header row, and say in words what the colour says",
            )


def _without_header(text: RichText) -> Iterator[tuple[int, int] | None]:
    rows = EMPTY_HEADER.finditer(text.source)
    for block in blocks_of(text.tree):
        if isinstance(block, Table) and all(map(_is_empty, block.header)):
            row = next(rows, None)
            yield row.span() if row else None


def _is_empty(cell: tuple[Inline, ...]) -> bool:
    if any(isinstance(inline, Image) for inline in inlines_of((Paragraph(cell),))):
        return False
    return not plain_inlines(cell).strip()


def _is_html(text: RichText, tag: str) -> bool:
    html = [block.html for block in blocks_of(text.tree) if isinstance(block, HtmlBlock)]
    html += [inline.html for inline in inlines_of(text.tree) if isinstance(inline, InlineHtml)]
    return any(tag in piece for piece in html)


RULE = Rule("ACC005", "table-without-header", Severity.WARNING, over=AnyItem, check=check, signs=("|", "<"))
