"""BNK006 blueprint-short: a domain has fewer usable items than one form needs, or than several forms would.

Why: a form that lacks items of a domain does not measure what the blueprint promises: an error. Where one form can be
filled, but not three that share no item, it is info: whoever sits the exam again meets the same items, and an item that
leaks is on every form. A bank that is meant for one form says so by the limit `depth`, in forms: 1.
Source: NCCA standard 15; the counts come from the largest-remainder method, docs/decisions. Three forms is a rule of
thumb of the trade.

Bad:
    12 approved items of Planning where a form of 60 needs 13
Good:
    13 approved items of Planning
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from math import ceil

from exambank.check.bank_files import BLUEPRINT_FILE
from exambank.check.bank_view import BankView
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity, plural
from exambank.model.allocation import allocate
from exambank.model.base import APPROVED


def check(bank: BankView, limits: Mapping[str, float]) -> Iterator[Fault]:
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
        deep = ceil(limits["depth"] * wanted[number])
        if present >= max(wanted[number], deep):
            continue
        is_short = present < wanted[number]
        missing = (wanted[number] if is_short else deep) - present
        forms = "" if is_short else f", and {limits['depth']:g} forms without a common item {deep}"
        yield RULE.finding(
            at=("domains", number, "id"),
            message=f"{domain.title} has {plural(present, 'usable item')}, a form needs {wanted[number]}{forms}",
            mend=f"write or approve {missing}; `exambank coverage` shows where",
            path=BLUEPRINT_FILE,
            severity=None if is_short else Severity.INFO,
        )


RULE = Rule("BNK006", "blueprint-short", Severity.ERROR, over=BankView, check=check, limits={"depth": 3})
