"""LIF006 statistics-flag: candidates' answers speak against the item.

Why: what nobody sees in a text shows in the answers: a key that is wrong, a distractor that nobody chooses, an item
that tells those who know from those who do not by chance. The figures stand in `statistics.json` (docs/statistics.md).
KEY-CHECK is an error: discrimination is below 0; a distractor's r is above the key's, or above 0.05 where 5 % choose
it; of the top 27 % more choose a distractor than the key; or the facility is below chance. Warnings are: facility from
0.96 on or up to 0.19; discrimination that is not over 0.20; distractors with a positive r, and those that fewer than
5 % choose, which is scaled by 1 - p on easy items. From fewer than 30 candidates (facility) or 100 (all else) nothing
is said; such items are counted. Figures count for the text and the key that they were collected on; retired and
compromised items are left alone.
Source: Prometric on facility and discrimination; Ebel & Frisbie (1991), bands of discrimination; Tarrant et al. (2009)
and Raymond et al. (2019) on distractors; KEY-CHECK and the least numbers are proposals, see docs/statistics.md.

Bad:
    an item whose option 2 has r 0.31 and whose key has r -0.08, from 240 candidates
Good:
    the same with r -0.22 and 0.35
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from exambank.check.bank_view import BankView
from exambank.check.facts import Facts
from exambank.check.flag_limits import KEY_CHECK, LIMITS
from exambank.check.rule import Rule
from exambank.finding import Fault, FieldPath, Severity
from exambank.source.discover import STATISTICS_FILE

if TYPE_CHECKING:
    from exambank.model.statistics import ItemStatistics

OUT = frozenset({"retired", "compromised"})  # nobody will meet them again


def check(bank: BankView, limits: Mapping[str, float]) -> Iterator[Fault]:
    """Each entry's flags at its item; what is wrong with an entry, and how many tell too little, at the file."""
    if bank.statistics is None:
        return
    few = {"n_facility": 0, "n_discrimination": 0}
    applied = 0
    for name, entry in bank.statistics.entries.items():
        facts, fault = counterpart(bank, name, entry)
        if fault is not None:
            yield fault
        if facts is None or facts.status in OUT:
            continue
        applied += 1
        for limit in few:
            few[limit] += entry.n < limits[limit]
        yield from judged(name, facts, entry, limits)
    if any(few.values()):
        counts = [
            f"{few[limit]} fewer than {limits[limit]:g}, {what}"
            for limit, what in (("n_facility", "which a facility needs"), ("n_discrimination", "which all else needs"))
            if few[limit]
        ]
        yield at_file(
            (),
            f"too few candidates answered {max(few.values())} of {applied} items with statistics: " + "; ".join(counts),
            "wait for more; until then nothing is said of what needs them",
            Severity.INFO,
        )


def counterpart(bank: BankView, name: str, entry: "ItemStatistics") -> tuple[Facts | None, Fault | None]:
    """The item that an entry is about, as it was for the candidates; or what to say where there is none."""
    item_id, _, version = name.partition("@")
    present = bank.items_by_id.get(item_id, ())
    at: FieldPath = ("items", name)
    if not present:
        mend = "restore the item or its id; if it is gone take the line out"
        return None, None if bank.unread else at_file(at, f"no item has the id {item_id}", mend, Severity.WARNING)
    same = [facts for facts in present if facts.version == int(version)]
    if not same:
        newest = max(facts.version for facts in present)
        message = f"{item_id} is at version {newest}, which comes before {version}"
        mend = "restore the item's version, or write the one that candidates had"
        return None, at_file(at, message, mend, Severity.WARNING) if newest < int(version) else None
    for facts in same:
        if (facts.text_digest, facts.key_digest) == (entry.text, entry.key):
            return facts, None
    return None, at_file(at, *outdated(same, name, entry), Severity.INFO)


def outdated(same: Sequence[Facts], name: str, entry: "ItemStatistics") -> tuple[str, str]:
    """What has changed since the figures were collected, and the mend."""
    is_text = all(facts.text_digest != entry.text for facts in same)
    is_key = all(facts.key_digest != entry.key for facts in same)
    what = " and ".join(word for word, changed in (("text", is_text), ("key", is_key)) if changed) or "text and key"
    return (
        f"{name} had another {what} when these figures were collected: they do not count any more",
        "give the changed item a version of its own, or put figures of the present one here",
    )


def judged(name: str, facts: Facts, entry: "ItemStatistics", limits: Mapping[str, float]) -> Iterator[Fault]:
    """What contradicts itself; else the flags."""
    from exambank.check.item_figures import clashes, figures_of, option_ids
    from exambank.check.item_flags import flags

    ids = option_ids(facts) if entry.options else ()
    found = list(clashes(facts, ids, entry))
    for at, message, mend in found:
        yield at_file(("items", name, *at), f"{name}: {message}", mend, Severity.ERROR)
    if found:
        return
    for flag in flags(figures_of(facts, ids, entry), limits):
        yield RULE.finding(
            at=("stem",) if flag.option is None else ("options", flag.option),
            message=flag.message,
            mend=flag.mend,
            path=facts.path,
            severity=Severity.ERROR if flag.kind == KEY_CHECK else Severity.WARNING,
        )


def at_file(at: FieldPath, message: str, mend: str, severity: Severity) -> Fault:
    """A finding at a field of the file."""
    return RULE.finding(at=at, message=message, mend=mend, path=STATISTICS_FILE, severity=severity)


RULE = Rule("LIF006", "statistics-flag", Severity.WARNING, over=BankView, check=check, limits=LIMITS)
