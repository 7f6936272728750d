"""BNK006 blueprint-short: a domain has fewer usable items than one form needs.

Why: a form that lacks items of a domain does not measure what the blueprint promises.
Source: NCCA standard 15; the counts come from the largest-remainder method, docs/decisions.

Bad:
    12 approved items of Planning where a form of 60 needs 13
Good:
    13 approved items of Planning
"""

from collections import Counter
from collections.abc import Iterator

from exambank.check.bank_files import BLUEPRINT_FILE
from exambank.check.bank_view import BankView
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity, plural
from exambank.model.allocation import allocate
from exambank.model.base import APPROVED


def check(bank: BankView) -> Iterator[Fault]:
    """Each domain, once the bank holds approved items; a bank that is being written is told by `coverage`."""
    blueprint = bank.blueprint
    if blueprint is None or bank.unread:
        return
    usable = Counter(facts.objective for facts in bank.items if facts.status in APPROVED)
    if not usable:
        return
    wanted = allocate([domain.weight for domain in blueprint.domains], blueprint.form.scored_items)
    for number, domain in enumerate(blueprint.domains):
        present = sum(usable[objective.id] for objective in domain.objectives)
        if present < wanted[number]:
            yield RULE.finding(
                at=("domains", number, "id"),
                message=f"{domain.title} has {plural(present, 'usable item')}, a form needs {wanted[number]}",
                mend=f"write or approve {wanted[number] - present}; `exambank coverage` shows where",
                path=BLUEPRINT_FILE,
            )


RULE = Rule("BNK006", "blueprint-short", Severity.ERROR, over=BankView, check=check)
