"""LIF005 stale-reference: an approved item names no reference, or one that nobody has looked at for two years.

Why: products, laws and guides change, and a key that was right becomes wrong without a line of the bank being touched.
Looked at are items that are approved, pilot or operational. A reference without `checked` is taken as it is. The day is
today's (UTC) unless `--today`, `check: {today: …}` or SOURCE_DATE_EPOCH names another: a finding can come without a
change to the bank, and two runs for one day agree.
Source: review cycles of certification programmes, NCCA standard 16; 24 months are a proposal, and a house sets its own.

Bad:
    an item with `status: approved` whose reference was `checked: 2023-05-01`, in autumn 2026
Good:
    the same with `checked: 2026-11-23`
"""

from collections.abc import Iterator, Mapping
from datetime import date

from exambank.check.bank_view import BankView
from exambank.check.rule import Rule
from exambank.check.today import months_before
from exambank.finding import Fault, Severity
from exambank.model.base import APPROVED


def check(bank: BankView, limits: Mapping[str, float]) -> Iterator[Fault]:
    """Each item in use: no reference, or its oldest date where that is too long ago."""
    oldest = months_before(bank.today, int(limits["months"])).isoformat()
    for facts in bank.items:
        if facts.status not in APPROVED:
            continue
        if not facts.checked:
            yield RULE.finding(
                at=("status",),
                message=f"the item is {facts.status}, and names no reference",
                mend="say in `references` where its key stands",
                path=facts.path,
            )
            continue
        number, day = min(enumerate(facts.checked), key=lambda one: one[1] or date.max.isoformat())
        if day and day < oldest:
            yield RULE.finding(
                at=("references", number, "checked"),
                message=f"the reference was checked on {day}, over {limits['months']:g} months before {bank.today}",
                mend="look whether the key still holds, and set `checked` to that day",
                path=facts.path,
            )


RULE = Rule("LIF005", "stale-reference", Severity.WARNING, over=BankView, check=check, limits={"months": 24})
