"""BNK008 stale-form: a form pins an item or a stimulus that the bank no longer has as it was.

Why: a form is what candidates get. It pins the version and the digest of each item and of each stimulus; where the bank
has another text under that version, or another version, a package of the form would hold what nobody reviewed for it.
So it would with a stimulus that is not pinned. Retired forms are left alone: git has the bank they were made from.
Source: docs/forms.md.

Bad:
    a form with `planning-quota-007@2` in a bank with version 3
Good:
    the same form, retired, beside one that was assembled anew
"""

from collections.abc import Iterator, Sequence

from exambank.check.bank_view import BankView
from exambank.check.facts import Facts
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity
from exambank.model.form import Form, Pin


def check(bank: BankView) -> Iterator[Fault]:
    """Each pin of each form that is not retired."""
    for path, form in bank.live_forms:
        for field, number, pin in form.pins:
            kind = "item" if field == "items" else "stimulus"
            present = [facts for facts in bank.by_id.get(pin.name, ()) if facts.kind == kind]
            if present or not bank.unread:
                found = stale(pin, present, kind)
                if found is not None:
                    yield RULE.finding(at=(field, number, "id"), message=found[0], mend=found[1], path=path)
        yield from unpinned(bank, path, form)


def unpinned(bank: BankView, path: str, form: Form) -> Iterator[Fault]:
    """The first item of each stimulus that the form lacks."""
    told = {pin.name for pin in form.stimuli}
    for number, pin in enumerate(form.items):
        for facts in bank.items_by_id.get(pin.name, ()):
            if facts.stimulus and facts.stimulus not in told:
                told.add(facts.stimulus)
                yield RULE.finding(
                    at=("items", number, "id"),
                    message=f"{pin.name} stands on the stimulus {facts.stimulus}, which the form does not pin",
                    mend="add it under `stimuli`, with its version and digest",
                    path=path,
                )


def stale(pin: Pin, present: Sequence[Facts], kind: str) -> tuple[str, str] | None:
    """What is wrong with a pin, and the mend."""
    if not present:
        return f"the bank has no {kind} {pin.name}", "restore its file from git, or assemble the form anew"
    versions = [facts for facts in present if facts.version == pin.version]
    if not versions:
        return (
            f"the bank has version {present[0].version} of {pin.name}, the form version {pin.version}",
            "assemble the form anew, or retire it",
        )
    if all(facts.text_digest != pin.digest for facts in versions):
        return (
            f"the text of {pin.id} is not the one that the form pins",
            "give the changed text a version of its own, or assemble the form anew",
        )
    return None


RULE = Rule("BNK008", "stale-form", Severity.ERROR, over=BankView, check=check)
