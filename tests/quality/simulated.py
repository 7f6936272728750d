"""Banks that chance has made, in which every finding of a rule on keys is a false alarm."""

import random
from collections import Counter
from collections.abc import Iterator

import msgspec

from exambank.check.bank_view import BankView
from exambank.check.facts import Facts
from exambank.check.rule import Rule
from exambank.keys.lock import Lock

BANKS = 10_000
OPTIONS = 4
SEED = 20260


def clean_bank(chance: random.Random, items: int) -> BankView:
    """A bank in which no place of the key and no length of it is likelier than another."""
    return BankView([drawn_facts(chance, number) for number in range(items)], (), None, None, Lock(), frozenset())


def drawn_facts(chance: random.Random, number: int) -> Facts:
    """An item whose key stands at one place as likely as at another, and is the longest option as often as others."""
    facts = Facts(f"items/{number:04}.md", "item", f"simulated-{number}", 1, "draft", interaction="choice")
    key, longest = chance.randrange(OPTIONS), chance.randrange(OPTIONS)
    return msgspec.structs.replace(facts, options=OPTIONS, keys=(key,), is_longest=key == longest)


def clean_banks(items: int, banks: int = BANKS) -> Iterator[BankView]:
    """So many banks of so many items, the same every time."""
    chance = random.Random(SEED)
    for _ in range(banks):
        yield clean_bank(chance, items)


def alarms(rule: Rule, items: int, banks: int = BANKS) -> Counter[str]:
    """How many clean banks the rule finds fault with, by severity."""
    return Counter(
        str(fault.severity) for bank in clean_banks(items, banks) for fault in rule.check(bank, limits=rule.limits)
    )
