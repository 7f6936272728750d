"""Flags on either side of each threshold, by hand; and how often they are right on answers whose key is known."""

import json
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.check.answers_of_candidates import answered, figures

from exambank.check.flag_limits import KEY_CHECK, LIMITS
from exambank.check.item_flags import (
    Flag,
    ItemFigures,
    OptionFigures,
    band,
    flags,
    key_doubts,
    least_share,
)
from exambank.check.rules.lifecycle.statistics_flag import RULE

KEY = OptionFigures(is_key=True, share=0.62, r=0.35, top=0.86)
FIRST = OptionFigures(is_key=False, share=0.18, r=-0.20, top=0.06)
OTHERS = (
    OptionFigures(is_key=False, share=0.12, r=-0.15, top=0.05),
    OptionFigures(is_key=False, share=0.08, r=-0.12, top=0.03),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A sound item of four options; `item` gives it with other figures."""

    key: OptionFigures = KEY
    first: OptionFigures = FIRST
    others: tuple[OptionFigures, ...] = OTHERS

    def item(self, n: int = 240, p: float = 0.62, r: float | None = 0.35) -> ItemFigures:
        """As an item of which so many candidates have answered."""
        return ItemFigures(n, p, r, 0.25, (self.key, self.first, *self.others))


def key(**figures: Any) -> Choice:
    """The item with another key."""
    return Choice(key=replace(KEY, **figures))


def distractor(**figures: Any) -> Choice:
    """The item with another first distractor, option 2."""
    return Choice(first=replace(FIRST, **figures))


def kinds(item: ItemFigures, **limits: float) -> list[str]:
    return [flag.kind for flag in flags(item, {**LIMITS, **limits})]


def test_a_sound_item_has_no_flag() -> None:
    assert list(flags(Choice().item())) == []


@pytest.mark.parametrize(
    ("item", "found"),
    [
        (Choice().item(r=-0.001), ["key-check"]),
        (Choice().item(r=0), ["discrimination"]),
        (distractor(r=0.36, share=0.02).item(), ["key-check", "distractor"]),
        (distractor(r=0.36, share=0.05).item(p=0.5), ["key-check"]),
        (key(r=0.04).item(p=0.5), []),
        (Choice(key(r=0.04).key, distractor(r=0.041).first).item(), ["key-check"]),
        (Choice(key(r=0.04).key, distractor(r=0.04).first).item(), ["distractor"]),
        (distractor(r=0.051, share=0.05).item(p=0.5), ["key-check"]),
        (distractor(r=0.05, share=0.05).item(p=0.5), ["distractor"]),
        (distractor(r=0.051, share=0.0499).item(p=0.62), ["distractor"]),
        (distractor(top=0.87).item(), ["key-check"]),
        (distractor(top=0.86).item(), []),
        (Choice().item(p=0.2499), ["key-check"]),
        (Choice().item(p=0.25), []),
        (Choice().item(p=0.96), ["facility"]),
        (Choice().item(p=0.9599), []),
        (Choice().item(p=0.19), ["key-check"]),
        (Choice().item(r=0.2), ["discrimination"]),
        (Choice().item(r=0.2001), []),
        (distractor(r=0.001).item(), ["distractor"]),
        (distractor(r=0).item(), []),
        (distractor(share=0.0499).item(p=0.5), ["distractor"]),
        (distractor(share=0.05).item(p=0.5), []),
        (distractor(share=0.0399).item(p=0.6), ["distractor"]),
        (distractor(share=0.04).item(p=0.6), []),
        (Choice().item(n=99, r=-0.5), []),
        (Choice().item(n=100, r=-0.5), ["key-check"]),
        (distractor(r=0.5, share=0.01, top=1).item(n=99), []),
        (Choice().item(n=29, p=0.1), []),
        (Choice().item(n=30, p=0.1), ["key-check"]),
        (Choice().item(n=29, p=1), []),
        (Choice().item(n=30, p=1), ["facility"]),
        (ItemFigures(30, 0.19), ["facility"]),
        (ItemFigures(30, 0.1901), []),
        (ItemFigures(30, 0.33, chance=1 / 3), []),
        (ItemFigures(30, 0.3299, chance=1 / 3), ["key-check"]),
        (ItemFigures(240, 0.5), []),
    ],
)
def test_either_side_of_each_threshold(item: ItemFigures, found: list[str]) -> None:
    assert kinds(item) == found


def test_each_condition_says_its_numbers_and_options_by_place() -> None:
    item = ItemFigures(
        240, 0.2, -0.081234, 0.25,
        (OptionFigures(True, 0.2, -0.08, 0.15), OptionFigures(False, 0.5, 0.31, 0.7), OptionFigures(False, 0.3, -0.2)),
    )  # fmt: skip
    assert list(key_doubts(item)) == [
        "corrected discrimination -0.081 is below 0",
        "r of option 2 is 0.31, above the key's -0.08",
        "of the top 27 % 0.7 choose option 2, 0.15 the key",
        "facility 0.2 is below chance (0.25)",
    ]


def test_of_several_keys_the_weakest_counts() -> None:
    strong = OptionFigures(is_key=True, share=0.8, r=0.4, top=0.95)
    weak = OptionFigures(is_key=True, share=0.6, r=0.1, top=0.3)
    other = OptionFigures(is_key=False, share=0.3, r=0.2, top=0.35)
    assert list(key_doubts(ItemFigures(240, 0.5, 0.3, None, (strong, weak, other)))) == [
        "r of option 3 is 0.2, above the key's 0.1",
        "of the top 27 % 0.35 choose option 3, 0.3 the key",
    ]


def test_what_is_not_known_says_nothing() -> None:
    options = (OptionFigures(is_key=True, share=0.4), OptionFigures(is_key=False, share=0.6, r=0.04, top=1))
    assert [flag.option for flag in flags(ItemFigures(240, 0.4, None, None, options))] == [1]
    assert list(key_doubts(ItemFigures(240, 0.4, None, None, options))) == []


@pytest.mark.parametrize(
    ("facility", "least"),
    [(0, 0.05), (0.3, 0.05), (0.5, 0.05), (0.6, 0.04), (0.75, 0.025), (0.9, 0.01), (0.96, 0.004), (1, 0)],
)
def test_the_share_that_a_distractor_needs(facility: float, least: float) -> None:
    """Up to 0.50 it is 5 %; from there a tenth of those who miss the item."""
    assert least_share(facility) == least


def test_scaling_can_be_switched_off() -> None:
    assert least_share(0.99, {**LIMITS, "scaled": 1}) == 0.05


@pytest.mark.parametrize(
    ("r", "name"),
    [(0.4, "very good"), (0.39, "good"), (0.3, "good"), (0.29, "marginal"), (0.2, "marginal"), (0.19, "poor"),
     (0, "poor"), (-0.01, "negative")],
)  # fmt: skip
def test_bands(r: float, name: str) -> None:
    assert band(r) == name


def test_a_house_sets_each_limit() -> None:
    """Each changes what is said of some item."""
    cases: dict[str, tuple[ItemFigures, float]] = {
        "easy": (Choice().item(p=0.9), 0.9),
        "hard": (ItemFigures(240, 0.3), 0.3),
        "discrimination": (Choice().item(r=0.3), 0.3),
        "distractor": (Choice().item(), 0.2),
        "scaled": (distractor(share=0.03).item(p=0.8), 1),
        "rival": (distractor(r=0.06).item(), 0.07),
        "n_facility": (Choice().item(n=29, p=0.97), 29),
        "n_discrimination": (Choice().item(n=99, r=0.1), 99),
    }
    assert cases.keys() == LIMITS.keys() == RULE.limits.keys()
    for name, (item, limit) in cases.items():
        assert kinds(item) != kinds(item, **{name: limit}), name


shares = st.floats(0, 1)
correlations = st.none() | st.floats(-1, 1)
options = st.lists(st.builds(OptionFigures, st.booleans(), shares, correlations, st.none() | shares), max_size=6)
items = st.builds(
    ItemFigures, st.integers(1, 10**9), shares, correlations, st.none() | st.floats(0.01, 0.5), options.map(tuple)
)
limits = st.fixed_dictionaries({name: st.floats(-10, 10**6) for name in LIMITS})


@given(items, limits | st.just(dict(LIMITS)))
def test_any_figures_have_flags_of_one_line(item: ItemFigures, limits: dict[str, float]) -> None:
    found: list[Flag] = list(flags(item, limits))
    assert all(flag.message.isprintable() and flag.mend for flag in found)
    assert all(flag.option is None or not item.options[flag.option].is_key for flag in found)
    assert sum(flag.kind == KEY_CHECK for flag in found) <= 1


@given(items)
def test_the_order_of_options_changes_places_alone(item: ItemFigures) -> None:
    turned = ItemFigures(item.n, item.facility, item.discrimination, item.chance, item.options[::-1])
    assert Counter(kinds(item)) == Counter(kinds(turned))


@pytest.mark.parametrize(("name", "least"), [("LSAT6", 0.1), ("LSAT7", 0.1)])
def test_figures_are_those_of_the_oracle(shared: Path, name: str, least: float) -> None:
    """The corrected correlations that R gives for published answers, and what is said of them."""
    oracle = json.loads((shared / "reference" / "oracle.json").read_text("utf-8"))[name]
    answers = [[int(one) for one in row] for row, count in oracle["patterns"].items() for _ in range(count)]
    found = figures(answers, [1] * 5)
    assert [one.facility for one in found] == pytest.approx(oracle["ctt_python"]["p"])
    assert [one.discrimination for one in found] == pytest.approx(oracle["ctt_python"]["r_item_rest"])
    for one in found:
        assert one.discrimination is not None
        assert least < one.discrimination
        said = "discrimination" in [flag.kind for flag in flags(one)]
        assert said == (one.discrimination <= 0.2)


def test_key_check_finds_wrong_keys_and_leaves_right_ones_alone() -> None:
    """20 exams of 40 items and 200 candidates, in each of which two items count a distractor as right."""
    dice = random.Random(20261126)
    wrong, right = Counter[bool](), Counter[bool]()
    for _ in range(20):
        for number, item in enumerate(answered(200, dice, wrong=2)):
            (wrong if number < 2 else right)[any(key_doubts(item))] += 1
    assert wrong[True] == 40
    assert right[True] / right.total() < 0.03
