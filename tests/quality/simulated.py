"""Banks whose keys dice threw, among the options of original items: what rules on keys find there is false."""

import random
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.quality.bank_item import BankItem, Parts
from tests.quality.banks import ORIGINAL
from tests.quality.examined import examined, setting

from exambank.check.bank_view import BankView
from exambank.check.examine import examine
from exambank.check.facts import Facts
from exambank.check.rule import Rule
from exambank.keys.lock import Lock
from exambank.model.interactions.choice import OptionItem
from exambank.source.read import decode

BANKS = 10_000
OPTIONS = 4
SEED = 20260


@cache
def keyed_anew() -> tuple[tuple[Facts, ...], ...]:
    """Of each original item with four options that have no order of their own, its facts with each of them as key."""
    items = [examined(item, bank.language) for bank in ORIGINAL for item in bank.items(Path())]
    each = [
        tuple(facts_of(one.item, key) for key in range(OPTIONS))
        for one in items
        if one is not None and len(one.item.options) == OPTIONS
    ]
    return tuple(facts for facts in each if not any(one.is_fixed for one in facts))


def facts_of(item: OptionItem, key: int) -> Facts:
    """The facts of the item with another key."""
    parts = Parts(item.stem.source, tuple((option.text.source, at == key) for at, option in enumerate(item.options)))
    made = BankItem("simulated", 1, parts.body)
    found = examine(decode("items/1.md", made.file_text.encode()), setting("en")).facts
    assert found is not None
    return found


def clean_banks(items: int, banks: int = BANKS) -> Iterator[BankView]:
    """So many banks of so many items, no item twice in one, the same every time."""
    dice = random.Random(SEED)
    for _ in range(banks):
        drawn = [dice.choice(facts) for facts in dice.sample(keyed_anew(), items)]
        yield BankView(drawn, (), None, None, Lock(), frozenset())


def alarms(rule: Rule, items: int, banks: int = BANKS) -> Counter[str]:
    """How many clean banks the rule finds fault with, by severity."""
    return Counter(
        str(fault.severity) for bank in clean_banks(items, banks) for fault in rule.check(bank, limits=rule.limits)
    )
