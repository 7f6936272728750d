"""KEY010 lock-missing: the bank has items but no readable keys.lock.

Why: without the lock a changed key passes unseen, so a lock that is deleted or broken is never made anew in silence.
Source: docs/keys.md, what the lock is for.

Bad:
    a bank without keys.lock, or with a merge conflict in it
Good:
    the lock that `exambank keys accept` wrote, committed
"""

from collections.abc import Iterator

from exambank.check.bank_view import BankView
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity, plural
from exambank.keys.lock import LOCK_FILE


def check(bank: BankView) -> Iterator[Fault]:
    """One finding for the whole bank."""
    if bank.lock.fault is not None:
        line, message, mend = bank.lock.fault
        yield RULE.finding(at=(line,), message=message, mend=mend, path=LOCK_FILE)
    elif not bank.lock.exists and bank.items:
        yield RULE.finding(
            at=(),
            message=f"the keys of {plural(len(bank.items), 'item')} are recorded nowhere",
            mend="restore keys.lock from git; in a new bank run `exambank keys accept --all --reason …` and commit it",
            path=LOCK_FILE,
        )


RULE = Rule("KEY010", "lock-missing", Severity.ERROR, over=BankView, check=check)
