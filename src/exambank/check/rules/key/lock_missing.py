"""KEY010 lock-missing: the bank has items but no readable keys.lock, or a broken second-keys.lock.

Why: without the lock a changed key passes unseen, so a lock that is deleted or broken is never made anew in silence.
The record of blind answers, `second-keys.lock`, may be missing, but where it is there it must be readable.
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
from exambank.keys.second_keys import SECOND_KEYS_FILE


def check(bank: BankView) -> Iterator[Fault]:
    """One finding for each of the two files."""
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
    if bank.second_keys.fault is not None:
        line, message, mend = bank.second_keys.fault
        yield RULE.finding(at=(line,), message=message, mend=mend, path=SECOND_KEYS_FILE)


RULE = Rule("KEY010", "lock-missing", Severity.ERROR, over=BankView, check=check)
