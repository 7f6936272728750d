"""EXP004 nothing-to-build: no item of the bank has a status that was asked for.

Why: an empty package is seldom meant. A build takes approved, pilot and operational items unless `--status` says
otherwise.
Source: docs/building.md.

Bad:
    `exambank build` in a bank of drafts
Good:
    `exambank build --status draft`
"""

from exambank.check.code import Code
from exambank.finding import Severity

CODE = Code("EXP004", "nothing-to-build", Severity.ERROR)
