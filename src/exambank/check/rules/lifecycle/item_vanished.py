"""LIF004 item-vanished: an item that was in use is gone, and is not retired.

Why: results, forms and exposure name its id; without the item nobody can say what was asked, and the id may be given
again. An item that keys.lock still names is KEY011's; this rule is for one that was taken out of the lock as well.
Drafts may go, and so may what was retired. Known only where a branch is compared: `exambank check --since REF`, in
silence elsewhere, and while a changed file cannot be read, since it may hold the item.
Source: docs/keys.md, an item that is out of use need not be deleted.

Bad:
    an operational item's file deleted, and its entry taken out of the lock
Good:
    the same item with `status: retired`
"""

from collections.abc import Iterator

from exambank.check.changes import BankChanges
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity
from exambank.model.base import APPROVED

USED = APPROVED | {"suspended", "compromised"}


def check(changes: BankChanges) -> Iterator[Fault]:
    """Each id that a changed file had, and none has now."""
    if changes.has_unread:
        return
    for name in sorted(changes.before.keys() - changes.now.keys() - changes.locked):
        old = changes.before[name]
        if old.status in USED:
            yield RULE.finding(
                at=(name,),
                message=f"{name} was {old.status}, and is gone",
                mend="restore it and set `status: retired`",
                path=old.path,
            )


RULE = Rule("LIF004", "item-vanished", Severity.ERROR, over=BankChanges, check=check)
