"""KEY001 key-not-recorded: the lock has no key for this version of the item.

Why: only a recorded key can be compared with, so a new item's key is looked at once by whoever accepts it.
Source: docs/keys.md, what the lock is for.

Bad:
    an item that keys.lock does not name
Good:
    an item whose key was accepted
"""

from collections.abc import Iterator

from exambank.check.bank_view import BankView
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity
from exambank.keys.lock import entry_name


def check(bank: BankView) -> Iterator[Fault]:
    """Each item without an entry."""
    if not bank.lock.exists or bank.lock.fault is not None:
        return
    for facts in bank.keyed:
        name = entry_name(facts.id, facts.version)
        if name not in bank.lock.entries:
            first = "look at the key" if facts.twin or facts.kind != "item" else "write what is missing (STR017)"
            yield RULE.finding(
                at=("version" if facts.version > 1 else "id",),
                message=f"the key of {name} is not recorded",
                mend=f"{first}, then run `exambank keys accept {facts.id} --reason …`",
                path=facts.path,
            )


RULE = Rule("KEY001", "key-not-recorded", Severity.ERROR, over=BankView, check=check)
