"""DUP004 enemies-together: a form holds two items that are enemies.

Why: one of the two gives the other away, or both ask one thing. It is enough that one of them names the other. Retired
forms are left alone.
Source: docs/format.md, `enemies`; NCCA standard 16, documented form processes.

Bad:
    a form with planning-quota-003 and planning-quota-007, which has `enemies: [planning-quota-003]`
Good:
    a form with one of them
"""

from collections.abc import Iterator

from exambank.check.bank_view import BankView
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity


def check(bank: BankView) -> Iterator[Fault]:
    """Each pair, at the later of the two."""
    for path, form in bank.live_forms:
        places = {pin.name: number for number, pin in enumerate(form.items)}
        pairs: dict[tuple[int, int], str] = {}
        for name, number in places.items():
            for facts in bank.items_by_id.get(name, ()):
                for enemy in facts.enemies:
                    if enemy in places and enemy != name:
                        first, last = sorted((number, places[enemy]))
                        pairs.setdefault((last, first), f"{facts.path}:{facts.place('enemies').line}")
        for (last, first), declared in sorted(pairs.items()):
            yield RULE.finding(
                at=("items", last, "id"),
                message=f"{form.items[last].name} and {form.items[first].name} are enemies ({declared}), and both on "
                "this form",
                mend="take one of the two off the form",
                path=path,
            )


RULE = Rule("DUP004", "enemies-together", Severity.ERROR, over=BankView, check=check)
