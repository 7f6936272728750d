"""SEC004 exposed-item: a form holds an item that is compromised or suspended.

Why: an item that candidates may have seen, or that is under review, must not decide on anybody's score. Retired forms
are left alone.
Source: NCCA standard 16; docs/forms.md.

Bad:
    a form with planning-quota-007, which has `status: compromised`
Good:
    the form with another item in its place
"""

from collections.abc import Iterator

from exambank.check.bank_view import BankView
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity

EXPOSED = frozenset({"compromised", "suspended"})


def check(bank: BankView) -> Iterator[Fault]:
    """Each item and each stimulus of each form that is not retired."""
    for path, form in bank.live_forms:
        for field, number, pin in form.pins:
            for facts in bank.by_id.get(pin.name, ()):
                if facts.status in EXPOSED:
                    yield RULE.finding(
                        at=(field, number, "id"),
                        message=f"{pin.name} is {facts.status}",
                        mend="put another in its place, or retire the form",
                        path=path,
                    )


RULE = Rule("SEC004", "exposed-item", Severity.ERROR, over=BankView, check=check)
