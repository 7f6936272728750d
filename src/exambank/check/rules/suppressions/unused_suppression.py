"""SUP001 unused-suppression: an item silences a rule that finds nothing there.

Why: it stays when the fault is mended, and hides the next one. It is not reported where its rule did not run. Rules on
structure, keys, leaks and versions cannot be silenced in an item at all.
Source: Ruff's RUF100; docs/settings.md.

Bad:
    an item with `suppress: [{code: OPT009, reason: The word is the trade's own}]` and no such finding
Good:
    the same item without the entry
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.suppression import UnusedSuppression
from exambank.finding import Fault, FieldFix, Severity


def check(unused: UnusedSuppression) -> Iterator[Fault]:
    """Every one of them."""
    at = ("suppress", unused.number)
    yield RULE.finding(
        at=at,
        message=f"{unused.code} cannot be silenced in an item"
        if unused.is_firm
        else f"{unused.code} finds nothing here",
        mend="mend what it finds, and remove the entry" if unused.is_firm else "remove the entry",
        path=unused.path,
        fix=FieldFix("remove the entry", True, ("suppress",), removed=(("suppress",) if unused.entries == 1 else at,)),
    )


RULE = Rule("SUP001", "unused-suppression", Severity.WARNING, over=UnusedSuppression, check=check)
