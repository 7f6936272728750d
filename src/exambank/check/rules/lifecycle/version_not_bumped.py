"""LIF003 version-not-bumped: an approved item's text changed, but not its version.

Why: statistics and approvals belong to the text that was seen; a new text under an old version borrows them.
`--unsafe-fixes` sets the next version and `status: review`; the key is then accepted by hand. A translation goes by its
source's version, so its new text is accepted as it is.
Source: NCCA standard 16, documented item processes; docs/keys.md.

Bad:
    an approved item with another stem than the one accepted as version 1
Good:
    the same with `version: 2`, its key accepted
"""

from collections.abc import Iterator

from exambank.check.bank_view import BankView
from exambank.check.facts import Facts
from exambank.check.rule import Rule
from exambank.finding import Fault, FieldEdit, FieldFix, Severity
from exambank.keys.lock import entry_name
from exambank.model.base import APPROVED


def check(bank: BankView) -> Iterator[Fault]:
    """Each approved item whose text's digest is not the recorded one, where the key is."""
    for facts in bank.keyed:
        entry = bank.lock.entries.get(entry_name(facts.id, facts.version))
        if entry is None or facts.status not in APPROVED or entry.key != facts.key_digest:
            continue
        if entry.text != facts.text_digest and facts.kind == "translation":
            yield RULE.finding(
                at=("stem",),
                message=f"stem, options or hint changed since the translation was accepted as {facts.status}",
                mend=f"have it looked at, then run `exambank keys accept {facts.id} --reason …`",
                path=facts.path,
            )
        elif entry.text != facts.text_digest:
            yield RULE.finding(
                at=("stem",),
                message=f"stem, options or hint changed since version {facts.version} was accepted as {facts.status}",
                mend=f"set `version: {facts.version + 1}` and accept its key; for a mere typo run "
                f"`exambank keys accept {facts.id} --reason …`",
                path=facts.path,
                fix=_fix(facts),
            )


def _fix(facts: Facts) -> FieldFix:
    """The next version, back in review; its key is for a person to accept."""
    version = str(facts.version + 1)
    new = (
        FieldEdit(("version",), version)
        if facts.has_field("version")
        else FieldEdit(("id",), f"{facts.id}\nversion: {version}")
    )
    title = f"set version {version} and go back to review"
    return FieldFix(title, False, ("version", "status"), (new, FieldEdit(("status",), "review")))


RULE = Rule("LIF003", "version-not-bumped", Severity.ERROR, over=BankView, check=check)
