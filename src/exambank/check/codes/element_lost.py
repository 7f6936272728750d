"""FMT003 element-lost: a text of a package has an element without a Markdown form.

Why: its words are kept, and what it does with them is not.
Source: docs/format.md, Markdown.

Bad:
    `<marquee>20 deals</marquee>`
Good:
    `20 deals`
"""

from exambank.check.code import Code
from exambank.finding import Severity

CODE = Code("FMT003", "element-lost", Severity.WARNING)
