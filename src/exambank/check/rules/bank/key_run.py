"""BNK002 key-run: item after item has its key at the same place.

Why: candidates notice runs, and some avoid or follow them. The order is that of the files, since a bank has no form of
its own; where options have an order of their own, a run goes on without the item. How long a run may be grows with the
bank: it is told where chance makes one like it in less than one bank of twenty.
Source: Bar-Hillel & Attali on the balance of keys; for 60 items of four options the limits are six and eight.

Bad:
    seven items in a row with the key first, of 60
Good:
    keys in an order that dice could have thrown
"""

from collections.abc import Iterator, Mapping

from exambank.check.bank_view import BankView
from exambank.check.facts import Facts
from exambank.check.rule import Rule
from exambank.check.statistics import expected_runs
from exambank.finding import Fault, Severity
from exambank.model.base import RETIRED

RARE, VERY_RARE = 0.05, 0.01  # runs expected in a bank


def check(bank: BankView, limits: Mapping[str, float]) -> Iterator[Fault]:
    """The longest run, where chance would hardly make it."""
    items = [
        facts
        for facts in sorted(bank.items, key=lambda facts: facts.path)
        if facts.interaction == "choice" and not facts.is_fixed and facts.status not in RETIRED
    ]
    if len(items) < limits["items"]:
        return
    run = longest_run(items)
    chance = sum(1 / facts.options for facts in items) / len(items)
    expected = expected_runs(len(run), len(items), chance)
    if len(run) >= limits["warning"] and expected < RARE:
        is_error = len(run) >= limits["error"] and expected < VERY_RARE
        yield RULE.finding(
            at=("options",),
            message=f"from here on {len(run)} items in a row have the key at place {run[0].keys[0] + 1}",
            mend="put the options of some of them in another order",
            path=run[0].path,
            severity=Severity.ERROR if is_error else Severity.WARNING,
        )


def longest_run(items: list[Facts]) -> list[Facts]:
    """The first longest run of items with one place of the key."""
    best: list[Facts] = []
    run: list[Facts] = []
    for facts in items:
        run = [*run, facts] if run and run[-1].keys == facts.keys else [facts]
        if len(run) > len(best):
            best = run
    return best


RULE = Rule(
    "BNK002", "key-run", Severity.WARNING, over=BankView, check=check, limits={"items": 20, "warning": 6, "error": 8}
)
