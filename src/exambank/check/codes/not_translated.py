"""EXP005 not-translated: a package in another language was asked for, and an item is not there in it.

Why: a form that lacks items, or has some in a language that the candidate does not read, is no form. A
translation of an older version, or of a status that is not built, counts as none. So does an item whose stimulus is not
there.
Source: docs/building.md, languages.

Bad:
    `exambank build --lang de` where an approved item has no translation into German
Good:
    the same with `--untranslated leave-out`, which builds the others and names what it leaves out
"""

from exambank.check.code import Code
from exambank.finding import Severity

CODE = Code("EXP005", "not-translated", Severity.ERROR)
