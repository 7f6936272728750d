"""BNK005 blueprint-sum: the domains' weights do not sum to exactly 100, or an id stands twice.

Why: shares of a form follow from the weights; 99.9 means that somebody rounded, and nobody knows where. The same holds
for the shares of the cognitive levels, if the blueprint has some, which are levels of bank.yaml.
Source: NCCA standard 15, weights follow from the job analysis.

Bad:
    weights 21, 15, 37, 12, 6 and 8
Good:
    weights 21, 15, 37, 12, 6 and 9
"""

from collections import Counter
from collections.abc import Iterator

from exambank.check.bank_files import BLUEPRINT_FILE, objectives
from exambank.check.bank_view import BankView
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity, nearest, quoted
from exambank.model.bank import Bank
from exambank.model.blueprint import Blueprint, CognitiveMix

WHOLE = 100  # percent


def check(bank: BankView) -> Iterator[Fault]:
    """The sum, and ids that stand twice."""
    blueprint = bank.blueprint
    if blueprint is None:
        return
    if blueprint.weight_sum != WHOLE:
        yield RULE.finding(
            at=("domains",),
            message=f"the weights sum to {blueprint.weight_sum.normalize():f}, not to {WHOLE}",
            mend="mend the weights; write decimals as they are, such as 12.5",
            path=BLUEPRINT_FILE,
        )
    yield from _doubles(blueprint)
    if blueprint.cognitive is not None:
        yield from _mix(blueprint.cognitive, bank.bank)


def _mix(mix: CognitiveMix, bank: Bank | None) -> Iterator[Fault]:
    if mix.share_sum != WHOLE:
        yield RULE.finding(
            at=("cognitive", "shares"),
            message=f"the shares of the cognitive levels sum to {mix.share_sum.normalize():f}, not to {WHOLE}",
            mend="mend the shares; write decimals as they are, such as 12.5",
            path=BLUEPRINT_FILE,
        )
    levels = bank.cognitive_levels if bank is not None else tuple(mix.shares)
    for level in mix.shares:
        if level not in levels:
            close = nearest(level, list(levels))
            yield RULE.finding(
                at=("cognitive", "shares", level),
                message=f"{quoted(level)} is not among bank.yaml's cognitive_levels",
                mend=f"there is {close}" if close else f"there are {', '.join(levels)}",
                path=BLUEPRINT_FILE,
            )


def _doubles(blueprint: Blueprint) -> Iterator[Fault]:
    counts = Counter([domain.id for domain in blueprint.domains] + list(objectives(blueprint)))
    for name, count in counts.items():
        if count > 1:
            yield RULE.finding(
                at=("domains",),
                message=f"{name} stands {count} times in the blueprint",
                mend="give each domain and objective an id of its own",
                path=BLUEPRINT_FILE,
            )


RULE = Rule("BNK005", "blueprint-sum", Severity.ERROR, over=BankView, check=check)
