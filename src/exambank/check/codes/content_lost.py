"""EXP001 content-lost: a target does not hold something of an item that candidates or scores would feel.

Why: it is told with `exambank build --strict` alone, which then writes nothing. Without it the loss is in the report
of the build. TXT004 tells of it while the item is written.
Source: docs/formats.md, from each format's capabilities.

Bad:
    an item with a hint, built by `exambank build --strict --target qti12`
Good:
    the same item without the hint, or another target
"""

from exambank.check.code import Code
from exambank.finding import Severity

CODE = Code("EXP001", "content-lost", Severity.ERROR)
