"""BNK002 key-run: item after item has its key at the same place.

Why: candidates notice runs, and some avoid or follow them. The order is that of each form; of the files, where the bank
has no form that is in use. Where options have an order of their own, a run goes on without the item. How long a run may
be grows with the number of items: it is told where chance makes one like it in less than one bank of twenty.
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
MEND_FORM = "put some of them in another place, or their options in another order"


def check(bank: BankView, limits: Mapping[str, float]) -> Iterator[Fault]:
    """The longest run of each form, where chance would hardly make it."""
    for path, items in orders(bank):
        told = [facts for facts in items if has_free_key(facts)]
        if len(told) < limits["items"]:
            continue
        run = longest_run(told)
        chance = sum(1 / facts.options for facts in told) / len(told)
        expected = expected_runs(len(run), len(told), chance)
        if len(run) >= limits["warning"] and expected < RARE:
            is_error = len(run) >= limits["error"] and expected < VERY_RARE
            yield RULE.finding(
                at=("options",) if path is None else ("items", items.index(run[0]), "id"),
                message=f"from here on {len(run)} items in a row have the key at place {run[0].keys[0] + 1}",
                mend="put the options of some of them in another order" if path is None else MEND_FORM,
                path=path or run[0].path,
                severity=Severity.ERROR if is_error else Severity.WARNING,
            )


def orders(bank: BankView) -> Iterator[tuple[str | None, list[Facts]]]:
    """Each form in use with its items in order; without one, all items in the order of the files."""
    forms = list(bank.live_forms)
    for path, form in forms:
        yield path, [facts for pin in form.items for facts in bank.items_by_id.get(pin.name, ())[:1]]
    if not forms:
        yield None, sorted(bank.items, key=lambda facts: facts.path)


def has_free_key(facts: Facts) -> bool:
    """Whether it is a single choice whose options could stand in another order."""
    return facts.interaction == "choice" and not facts.is_fixed and facts.status not in RETIRED


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
