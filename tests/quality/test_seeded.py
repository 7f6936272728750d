"""Every rule finds the fault of its kind in every clean item, and keeps quiet on the twins."""

import re
from functools import cache
from pathlib import Path

import pytest
from tests.quality.banks import ORIGINAL
from tests.quality.examined import ExaminedItem, examined
from tests.quality.seeded import SEEDS
from tests.quality.seeded.clean import Clean, Mutator, Seed, clean, data_of

from exambank.check.examine import Examined, examine
from exambank.check.rules import RULES
from exambank.check.selection import Selection
from exambank.check.setting import Setting, load_rules, setting_with
from exambank.model.check_settings import CheckSettings
from exambank.source.read import decode

LEAST = 10  # clean items
NOT_PLAIN = re.compile(r"[\d`|!\[]|\b(?!A\b)[A-Z]+\b")  # numbers, code, tables, pictures, letters and abbreviations


@cache
def setting() -> Setting:
    """All rules, and a target."""
    selection = Selection(CheckSettings(preview=True))
    return setting_with(load_rules(RULES.values()), selection, language="en", targets=("qti12",))


@cache
def clean_items() -> tuple[Clean, ...]:
    """The plain original items of the open half with one key, four options and nothing to find."""
    banks = [bank for bank in ORIGINAL if bank.half == "open"]
    items = (examined(item, bank.language) for bank in banks for item in bank.items(Path()))
    return tuple(clean(one.item) for one in items if one is not None and is_host(one))


def is_host(one: ExaminedItem) -> bool:
    """Whether a fault that is put into the item is the only thing to find."""
    texts = [one.item.stem, *(option.text for option in one.item.options)]
    is_plain = not any(NOT_PLAIN.search(text.source) for text in texts)
    return is_plain and not one.findings and (len(one.item.options), len(one.item.keys)) == (4, 1)


def looked_at(item: Clean, mutate: Mutator) -> Examined:
    """The item once it is changed, as the linter sees it."""
    return examine(decode("seeded.md", data_of(mutate(item))), setting())


def codes(found: Examined) -> set[str]:
    """The rules that hit."""
    return {finding.code for finding in found.findings}


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.code)
def test_the_fault_is_found_in_every_item(seed: Seed) -> None:
    missed = [item.stem for item in clean_items() if seed.code not in codes(looked_at(item, seed.fault))]
    assert not missed


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.code)
def test_the_twins_are_quiet_in_every_item(seed: Seed) -> None:
    """And nothing else is so wrong with them that the rule was not asked."""
    for twin in seed.twins:
        for item in clean_items():
            found = looked_at(item, twin)
            assert seed.code not in codes(found), item.stem
            assert found.subject is not None, found.findings


def test_there_are_clean_items() -> None:
    assert len(clean_items()) >= LEAST
