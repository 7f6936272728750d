"""BNK003 longest-key-share: the key is the longest option more often than chance would make it.

Why: who always takes the longest option then passes without knowing anything; in public banks it is the key in 35 to
44 of 100 items with four options.
Source: exact binomial against one in the number of options, a warning at .05, an error at .01; 22 and 24 of 60 with
four.

Bad:
    60 items with four options of which 30 have a key longer than every distractor
Good:
    60 items with four options of which 15 have one
"""

from collections.abc import Iterator, Mapping

from exambank.check.bank_view import BankView
from exambank.check.rule import Rule
from exambank.check.statistics import binomial_tail
from exambank.finding import Fault, Severity
from exambank.model.base import RETIRED

WARNING, ERROR = 0.05, 0.01


def check(bank: BankView, limits: Mapping[str, float]) -> Iterator[Fault]:
    """All items with one key together."""
    items = [
        facts
        for facts in bank.items
        if facts.interaction == "choice" and not facts.is_fixed and facts.status not in RETIRED
    ]
    if len(items) < limits["items"]:
        return
    longest = sum(facts.is_longest for facts in items)
    chance = sum(1 / facts.options for facts in items) / len(items)
    if longest <= chance * len(items):
        return
    probability = binomial_tail(longest, len(items), chance)
    if probability < WARNING:
        yield RULE.finding(
            at=("id",),
            message=f"the key is the longest option in {longest} of {len(items)} items; "
            f"chance gives {chance * len(items):.0f} (p {max(probability, 0.0001):.4f})",
            mend="shorten keys, or give distractors the same detail; `--select longest-key` shows the worst",
            severity=Severity.ERROR if probability < ERROR else Severity.WARNING,
        )


RULE = Rule("BNK003", "longest-key-share", Severity.WARNING, over=BankView, check=check, limits={"items": 20})
