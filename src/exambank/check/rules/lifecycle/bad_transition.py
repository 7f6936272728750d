"""LIF001 bad-transition: an item's status jumps over a step of its way.

Why: each step is somebody's look at the item: review, second keying, approval, a pilot. What jumps is used unseen. The
way is draft, review, key-verified, approved, pilot, operational; a form without pilot places takes approved items as
they are. From anywhere an item may go back to draft or review, or out: retired, suspended, compromised. A suspended
item may become operational again, a retired one nothing. A new item begins as draft or review, but in a bank that is
new itself; moved files are told by their id. Known only where a branch is compared: `exambank check --since REF`, in
silence elsewhere.
Source: lifecycles of certification programmes' item banks; docs/format.md, status.

Bad:
    `status: draft` before, `status: approved` now
Good:
    `status: draft` before, `status: review` now
"""

from collections.abc import Iterator

from exambank.check.changes import BankChanges
from exambank.check.lifecycle import FIRST, FORWARD, next_statuses
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity
from exambank.model.base import APPROVED, STATUSES


def check(changes: BankChanges) -> Iterator[Fault]:
    """Each item that changed; new ones that begin behind the gates."""
    for name, state in changes.now.items():
        old = changes.before.get(name)
        if state.status not in STATUSES or (old is not None and old.status in {state.status, *_unknown(old.status)}):
            continue
        if old is None and state.status in APPROVED and not changes.is_new_bank:
            yield RULE.finding(
                at=(name,),
                message=f"a new item begins as {state.status}",
                mend=f"begin as {' or '.join(sorted(FIRST))}",
                path=state.path,
            )
        elif old is not None and state.status not in next_statuses(old.status, has_pilots=changes.has_pilots):
            step = FORWARD.get(old.status)
            yield RULE.finding(
                at=(name,),
                message=f"the status went from {old.status} to {state.status}",
                mend=f"take one step at a time; the next is {step}" if step else _other(old.status),
                path=state.path,
            )


def _other(status: str) -> str:
    return f"leave it {status}" if status in {"retired", "compromised"} else f"leave it {status}, or go back to review"


def _unknown(status: str) -> frozenset[str]:
    """Every status, where the old one was none."""
    return frozenset() if status in STATUSES else frozenset(STATUSES)


RULE = Rule("LIF001", "bad-transition", Severity.ERROR, over=BankChanges, check=check)
