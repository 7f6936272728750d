"""KEY011 lock-orphan: keys.lock or second-keys.lock names an item that the bank does not have.

Why: an id that vanishes was deleted by mistake, or renamed, which cuts the item off from its history and its results.
Entries of an item's earlier versions are its history, and stay.
Source: docs/format.md, an id is never reused; docs/keys.md.

Bad:
    `id:` renamed since the key was accepted
Good:
    the old id kept, or `exambank keys accept OLD-ID --reason "…"`
"""

from collections.abc import Iterator

from exambank.check.bank_view import BankView
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity
from exambank.keys.lock import LOCK_FILE
from exambank.keys.second_keys import FIRST, SECOND_KEYS_FILE


def check(bank: BankView) -> Iterator[Fault]:
    """Each recorded id without an item; silent while some file cannot be read, since it may hold that item."""
    if bank.unread:
        return
    ids = {facts.id for facts in (*bank.items, *bank.translations)}
    for line, name in enumerate(sorted(bank.lock.entries), 2):
        item_id = name.partition("@")[0]
        if item_id not in ids:
            yield RULE.finding(
                at=(line,),
                message=f"{name} is locked, but no item has the id {item_id}",
                mend=f"restore the item or its id; if it is gone run `exambank keys accept {item_id} --reason …`",
                path=LOCK_FILE,
            )
    for line, entry in enumerate(bank.second_keys.entries, FIRST):
        item_id = entry.item.partition("@")[0]
        if item_id not in ids:
            yield RULE.finding(
                at=(line,),
                message=f"{entry.item} was answered blind, but no item has the id {item_id}",
                mend=f"restore the item or its id; if it is gone run `exambank keys accept {item_id} --reason …`",
                path=SECOND_KEYS_FILE,
            )


RULE = Rule("KEY011", "lock-orphan", Severity.ERROR, over=BankView, check=check)
