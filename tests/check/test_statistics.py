"""Probabilities against published figures, and false alarms on banks that dice made."""

import random
from collections import Counter
from itertools import pairwise

import pytest

from exambank.check.statistics import CHI_SQUARE, binomial_tail, chi_square, expected_runs

ITEMS, OPTIONS, BANKS = 60, 4, 4000


def test_figures_for_sixty_items_of_four_options() -> None:
    """Those that the field goes by: 22 and 24 longest keys, runs of six and eight, 7.815 and 11.345."""
    assert binomial_tail(22, ITEMS, 1 / OPTIONS) == pytest.approx(0.0299, abs=5e-4)
    assert binomial_tail(21, ITEMS, 1 / OPTIONS) > 0.05
    assert binomial_tail(24, ITEMS, 1 / OPTIONS) < 0.01 < binomial_tail(23, ITEMS, 1 / OPTIONS)
    assert expected_runs(6, ITEMS, 1 / OPTIONS) < 0.05 < expected_runs(5, ITEMS, 1 / OPTIONS)
    assert expected_runs(8, ITEMS, 1 / OPTIONS) < 0.01 < expected_runs(6, ITEMS, 1 / OPTIONS)
    assert CHI_SQUARE[3] == (7.815, 11.345)


@pytest.mark.parametrize(
    ("counts", "found"), [([15, 15, 15, 15], 0.0), ([30, 10, 10, 10], 20.0), ([3, 1], 1.0), ([0, 4], 4.0)]
)
def test_chi_square(counts: list[int], found: float) -> None:
    assert chi_square(counts) == pytest.approx(found)


@pytest.mark.parametrize(("hits", "tries", "chance", "found"), [(0, 5, 0.3, 1), (6, 5, 0.3, 0), (5, 5, 0.5, 1 / 32)])
def test_binomial_tail(hits: int, tries: int, chance: float, found: float) -> None:
    assert binomial_tail(hits, tries, chance) == pytest.approx(found)


def test_false_alarms_on_banks_that_dice_made() -> None:
    """At .05, a clean bank is warned of about one time in twenty, by each rule, and never much more often."""
    dice = random.Random(20261124)
    alarms: Counter[str] = Counter()
    for _ in range(BANKS):
        keys = [dice.randrange(OPTIONS) for _ in range(ITEMS)]
        counts = Counter(keys)
        alarms["position"] += chi_square([counts[place] for place in range(OPTIONS)]) > CHI_SQUARE[OPTIONS - 1][0]
        alarms["run"] += longest(keys) >= 6
        hits = sum(dice.random() < 1 / OPTIONS for _ in range(ITEMS))
        alarms["longest"] += binomial_tail(hits, ITEMS, 1 / OPTIONS) < 0.05
    rates = {name: count / BANKS for name, count in alarms.items()}
    assert 0.03 < rates["position"] < 0.07
    assert 0.01 < rates["run"] < 0.06
    assert 0.01 < rates["longest"] < 0.06


def longest(keys: list[int]) -> int:
    best = run = 1
    for before, key in pairwise(keys):
        run = run + 1 if key == before else 1
        best = max(best, run)
    return best
