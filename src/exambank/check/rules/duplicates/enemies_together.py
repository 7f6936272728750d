"""DUP004 enemies-together: a form holds two items that are enemies, or variants of each other.

Why: one of the two gives the other away, or both ask one thing. It is enough that one of them names the other; variants
of one item are variants of each other. Retired forms are left alone.
Source: docs/format.md, `enemies` and `variants`; NCCA standard 16, documented form processes.

Bad:
    a form with planning-quota-003 and planning-quota-007, which has `enemies: [planning-quota-003]`
Good:
    a form with one of them
"""

from collections.abc import Iterator, Mapping

from exambank.check.bank_view import BankView
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity


def check(bank: BankView) -> Iterator[Fault]:
    """Each pair, at the later of the two."""
    for path, form in bank.live_forms:
        places = {pin.name: number for number, pin in enumerate(form.items)}
        pairs = dict(variants(bank, places))
        for name, number in places.items():
            for facts in bank.items_by_id.get(name, ()):
                for enemy in facts.enemies:
                    if enemy in places and enemy != name:
                        first, last = sorted((number, places[enemy]))
                        pairs.setdefault((last, first), f"enemies ({facts.path}:{facts.place('enemies').line})")
        for (last, first), told in sorted(pairs.items()):
            yield RULE.finding(
                at=("items", last, "id"),
                message=f"{form.items[last].name} and {form.items[first].name} are {told}, and both on this form",
                mend="take one of the two off the form",
                path=path,
            )


def variants(bank: BankView, places: Mapping[str, int]) -> Iterator[tuple[tuple[int, int], str]]:
    """The later variants of each family, each with the family's first on the form, and where one says so."""
    firsts: dict[str, str] = {}
    for name, number in places.items():
        if name not in bank.families:
            continue
        first = firsts.setdefault(bank.families[name], name)
        if first != name:
            yield (number, places[first]), f"variants of each other{declared(bank, name, first)}"


def declared(bank: BankView, *names: str) -> str:
    """Where the first of these that names variants does so; nothing where a third item alone names both."""
    for facts in (facts for name in names for facts in bank.items_by_id.get(name, ())):
        if facts.variants:
            return f" ({facts.path}:{facts.place('variants').line})"
    return ""


RULE = Rule("DUP004", "enemies-together", Severity.ERROR, over=BankView, check=check)
