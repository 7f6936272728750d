"""STR006 duplicate-id: two files have one id.

Why: packages, keys and results are filed by id; of two items with one id, one is lost.
Source: docs/format.md, an id is never reused.

Bad:
    two files with `id: planning-quota-001`, be one of them retired
Good:
    an id of its own for each
"""

from collections.abc import Iterator

from exambank.check.bank_view import BankView
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity


def check(bank: BankView) -> Iterator[Fault]:
    """One finding for each file but the first; it names the first one's place."""
    for item_id, owners in bank.by_id.items():
        if len(owners) == 1:
            continue
        first, *others = sorted(owners, key=lambda facts: facts.path)
        for facts in others:
            place = first.place("id")
            yield RULE.finding(
                at=("id",),
                message=f"the id {item_id} is taken, by {place.path}:{place.line}",
                mend="give the newer item an id of its own",
                path=facts.path,
            )


RULE = Rule("STR006", "duplicate-id", Severity.ERROR, over=BankView, check=check)
