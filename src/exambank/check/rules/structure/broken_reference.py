"""STR015 broken-reference: an objective, stimulus, item or source that is not there, a cognitive level off the ladder.

Why: an item whose objective is misspelt counts for no domain; one whose stimulus is missing cannot be answered; a
translation without its source has no key.
Source: docs/format.md, front matter.

Bad:
    `objective: planing.quota` where the blueprint has `planning.quota`
Good:
    `objective: planning.quota`
"""

from collections.abc import Iterable, Iterator

from exambank.check.bank_files import objectives
from exambank.check.bank_view import BankView
from exambank.check.facts import Facts
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity, nearest


def check(bank: BankView) -> Iterator[Fault]:
    """Each reference of each item; what cannot be read is not called missing."""
    known = frozenset(objectives(bank.blueprint))
    levels = bank.bank.cognitive_levels if bank.bank else ()
    items = {facts.id for facts in bank.items}
    stimuli = {facts.id for facts in bank.stimuli}
    for facts in bank.items:
        if bank.blueprint is not None and facts.objective not in known:
            yield _missing(facts, "objective", facts.objective, "in blueprint.yaml", known)
        if levels and facts.cognitive and facts.cognitive not in levels:
            yield _missing(facts, "cognitive", facts.cognitive, "among bank.yaml's cognitive_levels", levels)
        if bank.unread:
            continue
        if facts.stimulus and facts.stimulus not in stimuli:
            yield _missing(facts, "stimulus", facts.stimulus, "among the bank's stimuli", stimuli)
        for name, others in (("enemies", facts.enemies), ("variants", facts.variants)):
            for other in others:
                if other not in items:
                    yield _missing(facts, name, other, "among the bank's items", items - {facts.id})
    for facts in bank.translations:
        yield from _of_translation(bank, facts)


def _of_translation(bank: BankView, facts: Facts) -> Iterator[Fault]:
    """The source that a translation names, and its version."""
    value = f"{facts.source_id}@{facts.version}"
    owners = bank.by_id.get(facts.source_id, ())
    latest = max((one.version for one in owners), default=0)
    if not owners and not bank.unread:
        close = nearest(facts.source_id, list(bank.by_id))
        version = max(one.version for one in bank.by_id[close]) if close else 0
        yield RULE.finding(
            at=("translates",),
            message=f"`translates: {value}` is not among the bank's items and stimuli",
            mend=f"write `{close}@{version}`" if close else "write one that exists, or remove the translation",
            path=facts.path,
        )
    elif owners and facts.version > latest:
        yield RULE.finding(
            at=("translates",),
            message=f"`translates: {value}` is of a version that is not there, {facts.source_id} is at {latest}",
            mend=f"write `{facts.source_id}@{latest}` if that is what the texts say",
            path=facts.path,
        )


def _missing(facts: Facts, name: str, value: str, where: str, known: Iterable[str]) -> Fault:
    close = nearest(value, list(known))
    return RULE.finding(
        at=(name,),
        message=f"`{name}: {value}` is not {where}",
        mend=f"write `{close}`" if close else "write one that exists, or add it",
        path=facts.path,
    )


RULE = Rule("STR015", "broken-reference", Severity.ERROR, over=BankView, check=check)
