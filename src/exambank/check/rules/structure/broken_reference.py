"""STR015 broken-reference: an objective, stimulus or enemy that does not exist, or a cognitive level off the ladder.

Why: an item whose objective is misspelt counts for no domain; one whose stimulus is missing cannot be answered.
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
        for enemy in facts.enemies:
            if enemy not in items:
                yield _missing(facts, "enemies", enemy, "among the bank's items", items - {facts.id})


def _missing(facts: Facts, name: str, value: str, where: str, known: Iterable[str]) -> Fault:
    close = nearest(value, list(known))
    return RULE.finding(
        at=(name,),
        message=f"`{name}: {value}` is not {where}",
        mend=f"write `{close}`" if close else "write one that exists, or add it",
        path=facts.path,
    )


RULE = Rule("STR015", "broken-reference", Severity.ERROR, over=BankView, check=check)
