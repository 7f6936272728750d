"""SUP002 suppression-without-reason: an item silences a rule and does not say why, or silences many at once.

Why: whoever reviews the item cannot tell an exception from a shortcut; an entry without any reason silences nothing.
Source: Biome's suppressions, which demand an explanation; the length is a proposal.

Bad:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: draft
    suppress:
      - {code: OPT009, reason: ok}
    ---
Good:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: draft
    suppress:
      - {code: OPT009, reason: The word is what the objective is about}
    ---
"""

from collections.abc import Iterator, Mapping

from exambank.check.rule import Rule
from exambank.check.selection import is_family
from exambank.finding import Fault, Severity, plural
from exambank.model.item import AnyItem


def check(item: AnyItem, limits: Mapping[str, float]) -> Iterator[Fault]:
    """Each entry with too short a reason, or that names a family."""
    for number, entry in enumerate(item.suppress):
        length = len(entry.reason.strip())
        if is_family(entry.code):
            yield RULE.finding(
                at=("suppress", number, "code"),
                message=f"{entry.code} stands for several rules, and silences none of them",
                mend="name each rule, with its reason",
            )
        elif length < limits["characters"]:
            yield RULE.finding(
                at=("suppress", number),
                message=f"{entry.code} is silenced for a reason of {plural(length, 'character')}"
                if length
                else f"there is no reason to silence {entry.code}",
                mend="say why this item is right as it is",
            )


RULE = Rule(
    "SUP002",
    "suppression-without-reason",
    Severity.WARNING,
    over=AnyItem,
    check=check,
    limits={"characters": 10},  # less is no sentence
)
