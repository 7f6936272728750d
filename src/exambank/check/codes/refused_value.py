"""FMT004 refused-value: a value in a package is not one that an item may have.

Why: an id of two words, no key, or a share over the whole would make an item that no check passes.
Source: docs/format.md, front matter.

Bad:
    `<assessmentItem identifier="Item 7">`
Good:
    `<assessmentItem identifier="item-7">`
"""

from exambank.check.code import Code
from exambank.finding import Severity

CODE = Code("FMT004", "refused-value", Severity.ERROR)
