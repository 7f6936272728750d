"""KEY009 second-key-missing: an item past key-verified has no blind match on its text and key as they are.

Why: whoever sees a key agrees too easily; who answers blind finds the items that are keyed wrongly, or read in two
ways. Looked at are items that are approved, pilot or operational, in banks that key a second time: those with a
`second-keys.lock`, or with `second_keying: true` in bank.yaml. An answer counts while text, key and stimulus are those
it was about, and not if it is the author's, or of one who has disagreed on this version before. Those who differ may be
no more than those who agree. A house that wants two matches sets the limit `matches`.
Source: docs/keys.md, second keying; one blind match is the gate of certification programmes' item banks.

Bad:
    an approved item whose stem changed since a second person answered it
Good:
    the same, after `exambank keys sheet ID --by NAME` was answered by somebody else
"""

from collections.abc import Iterator, Mapping

from exambank.check.bank_view import BankView
from exambank.check.facts import Facts
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity
from exambank.keys.lock import entry_name
from exambank.keys.second_keys import Standing, standing
from exambank.model.base import APPROVED
from exambank.model.second_key import folded_name


def check(bank: BankView, limits: Mapping[str, float]) -> Iterator[Fault]:
    """Each item in use whose key does not stand by the answers on record; none of it while the record is broken."""
    if not bank.has_second_keying or bank.second_keys.fault is not None:
        return
    for facts in bank.items:
        if facts.status not in APPROVED:
            continue
        name = entry_name(facts.id, facts.version)
        found = standing(bank.second_keys.by_item.get(name, ()), _subject(bank, name, facts), folded_name(facts.author))
        if not found.suffices(limits["matches"]):
            yield RULE.finding(
                at=("status",),
                message=f"the item is {facts.status}, and {_told(found, limits['matches'])}",
                mend=_mend(found, facts.id),
                path=facts.path,
            )


def _subject(bank: BankView, name: str, facts: Facts) -> tuple[str, str, str, str | None]:
    stimuli = (one.text_digest for one in bank.by_id.get(facts.stimulus, ()) if one.kind == "stimulus")
    return name, facts.key_digest, facts.text_digest, next(stimuli, None) if facts.stimulus else None


def _told(found: Standing, wanted: float) -> str:
    """How many agree, and what else is on record; never with what."""
    said = f"{found.agree or 'no'} blind {'answer agrees' if found.agree <= 1 else 'answers agree'} with its key"
    if found.agree and found.agree < wanted:
        said += f", fewer than {wanted:g}"
    others = (
        (found.differ, "differs", "differ"),
        (found.again, "is of one who had disagreed before", "are of some who had disagreed before"),
        (found.own, "is its author's", "are its author's"),
        (found.void, "is of another text or key", "are of another text or key"),
    )
    more = [f"{count} {one if count == 1 else several}" for count, one, several in others if count]
    return said + (f" ({', '.join(more)})" if more else "")


def _mend(found: Standing, item_id: str) -> str:
    ask = f"let another person answer it: `exambank keys sheet {item_id} --by NAME`"
    return f"look at its key and stem, whether they are right; then {ask}" if found.differ else ask


RULE = Rule("KEY009", "second-key-missing", Severity.ERROR, over=BankView, check=check, limits={"matches": 1})
