"""SUP003 unknown-code: an item silences a rule that does not exist.

Why: a misspelt code silences nothing, and its author thinks that it does. A name is mended by `--fix`; a code is not,
since every code is near another.
Source: ESLint's and Ruff's checks of their own comments.

Bad:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: draft
    suppress:
      - {code: poor-alts, reason: The picture is described in the stem}
    ---
Good:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: draft
    suppress:
      - {code: poor-alt, reason: The picture is described in the stem}
    ---
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.selection import NAMES, close_selector, is_family, is_unknown
from exambank.finding import Fault, FieldEdit, FieldFix, Severity
from exambank.model.item import AnyItem


def check(item: AnyItem) -> Iterator[Fault]:
    """Each entry whose code or name no rule has."""
    for number, entry in enumerate(item.suppress):
        if is_family(entry.code) or not is_unknown(entry.code):
            continue
        at = ("suppress", number, "code")
        close = close_selector(entry.code)
        fix = FieldFix(f"write {close}", True, ("suppress",), (FieldEdit(at, str(close)),)) if close in NAMES else None
        yield RULE.finding(
            at=at,
            message=f"there is no rule {entry.code}",
            mend=f"write {close}" if close else "remove the entry; `exambank rule --all` lists all rules",
            fix=fix,
        )


RULE = Rule("SUP003", "unknown-code", Severity.ERROR, over=AnyItem, check=check)
