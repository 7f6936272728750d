"""KEY002 key-changed: the key differs from the one that was recorded for this version.

Why: a key that changes in a bulk edit or a merge fails candidates who were right; a change is made on purpose, with a
reason, or not at all.
Source: docs/keys.md; key integrity in certification programmes (NCCA standard 16).

Bad:
    an item whose `[x]` moved to another option since it was accepted
Good:
    the same, after `exambank keys accept ID --reason "…"`
"""

from collections.abc import Iterator

from exambank.check.bank_view import BankView
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity, quoted
from exambank.keys.lock import entry_name


def check(bank: BankView) -> Iterator[Fault]:
    """Each item whose key's digest is not the recorded one."""
    for facts in bank.keyed:
        entry = bank.lock.entries.get(entry_name(facts.id, facts.version))
        if entry is not None and entry.key != facts.key_digest:
            before = ", ".join(map(quoted, entry.keyed))
            after = ", ".join(map(quoted, facts.keyed))
            yield RULE.finding(
                at=("options",),
                message=f"the key changed: recorded {before}, now {after}",
                mend=f"restore it, or run `exambank keys accept {facts.id} --reason …`",
                path=facts.path,
            )


RULE = Rule("KEY002", "key-changed", Severity.ERROR, over=BankView, check=check)
