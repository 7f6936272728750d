"""FMT002 unknown-interaction: a package holds an item of a kind that exambank does not have.

Why: it is left out, and the others are read. docs/format.md lists the interactions that there are.
Source: docs/format.md, interactions.

Bad:
    a `graphicOrderInteraction`
Good:
    a `choiceInteraction`
"""

from exambank.check.code import Code
from exambank.finding import Severity

CODE = Code("FMT002", "unknown-interaction", Severity.ERROR)
