"""Probabilities against published figures, and false alarms on banks that dice made."""

import random
from collections import Counter
from itertools import pairwise

import pytest

from exambank.check.facts import Facts
from exambank.check.guess_scores import scores
from exambank.check.guessing import STRATEGIES
from exambank.check.rules.bank.guess_score import RULE, is_above
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


@pytest.mark.parametrize(("items", "share"), [(20, 1.0), (60, 1.0), (300, 0.1)])
def test_false_alarms_of_the_guesser(items: int, share: float) -> None:
    """All strategies together raise one on a clean bank about one time in twenty, and no more often."""
    dice = random.Random(20261126)
    alarms = 0
    for _ in range(BANKS // 4):
        table = [score for score in scores(dice_item(dice, share) for _ in range(items)) if score.items >= 20]
        alarms += any(is_above(score, len(table), RULE.limits) for score in table)
    assert 0.02 < alarms / (BANKS // 4) < 0.06


def dice_item(dice: random.Random, share: float) -> Facts:
    """An item whose key dice threw; each strategy has something to go by in this share of items."""
    options = dice.choice((3, 4, 4, 4, 5))
    key = dice.randrange(options)
    picks = [dice.choice((1, 1, 1, 2)) if dice.random() < share else 0 for _ in STRATEGIES]
    guesses = tuple(size if key in dice.sample(range(options), size) else -size for size in picks)
    return Facts("", "item", "", 1, "draft", options=options, keys=(key,), guesses=guesses)


def test_a_score_is_what_counting_gives() -> None:
    """Four options, one pick: 12 of 40, where chance gives a quarter and a standard error of .068."""
    items = [
        Facts("", "item", "", 1, "draft", options=4, keys=(3,), is_fixed=True, guesses=(hit,) + (0,) * 6)
        for hit in [1] * 12 + [-1] * 28
    ]
    (score,) = scores(items)
    assert (score.name, score.items) == ("longest", 40)
    assert score.score == pytest.approx(0.3)
    assert score.chance == pytest.approx(0.25)
    assert score.deviation == pytest.approx((0.25 * 0.75 / 40) ** 0.5)
    assert score.skew == pytest.approx((1 - 2 * 0.25) / (40 * 0.25 * 0.75) ** 0.5)


def longest(keys: list[int]) -> int:
    best = run = 1
    for before, key in pairwise(keys):
        run = run + 1 if key == before else 1
        best = max(best, run)
    return best
