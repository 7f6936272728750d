"""FMT010 not-formatted: `exambank fmt` leaves a file as it is.

Why: its canonical form would not mean the same, or the file has a fault to be mended first. No other file is held up.
That a file merely differs from its canonical form is TXT006.
Source: docs/decisions/0011-canonical-markdown.md.

Bad:
    two lists of options in one file
Good:
    one list
"""

from exambank.check.code import Code
from exambank.finding import Severity

CODE = Code("FMT010", "not-formatted", Severity.ERROR)
