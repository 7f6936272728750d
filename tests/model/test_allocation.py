"""Seats by largest remainder, against numbers that were computed apart from this code."""

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exambank.model.allocation import allocate

WEIGHTS = [Decimal(weight) for weight in (21, 15, 37, 12, 6, 9)]

weights = st.lists(
    st.decimals(min_value=0, max_value=100, places=3, allow_nan=False, allow_infinity=False), min_size=1, max_size=8
)


@pytest.mark.parametrize(
    ("seats", "counts"),
    [
        (60, [13, 9, 22, 7, 4, 5]),
        (30, [6, 4, 11, 4, 2, 3]),
        (20, [4, 3, 8, 2, 1, 2]),  # a tie
        (40, [8, 6, 15, 5, 2, 4]),
        (45, [9, 7, 17, 5, 3, 4]),
        (55, [12, 8, 20, 7, 3, 5]),
        (65, [13, 10, 24, 8, 4, 6]),  # rounding each would give 66
        (100, [21, 15, 37, 12, 6, 9]),
        (0, [0, 0, 0, 0, 0, 0]),
        (1, [0, 0, 1, 0, 0, 0]),
    ],
)
def test_known_allocations(seats: int, counts: list[int]) -> None:
    assert allocate(WEIGHTS, seats) == counts


def test_four_equal_remainders_go_to_the_heavier_weights() -> None:
    """At 50 seats the quotas are 10.5, 7.5, 18.5, 6, 3, 4.5; rounding each would give 49 or 52."""
    assert allocate(WEIGHTS, 50) == [11, 7, 19, 6, 3, 4]


def test_equal_weights_go_to_the_earlier() -> None:
    assert allocate([Decimal(1)] * 3, 4) == [2, 1, 1]
    assert allocate([Decimal("33.3"), Decimal("33.4"), Decimal("33.3")], 2) == [1, 1, 0]


def test_decimals_are_exact() -> None:
    """Quotas of .5 and 3.5 tie; with 0.1 and 0.7 as binary fractions the lighter would have more left over."""
    assert allocate([Decimal("0.1"), Decimal("0.2"), Decimal("0.7")], 5) == [0, 1, 4]
    assert allocate([Decimal("0.1"), Decimal("0.2"), Decimal("0.7")], 10) == [1, 2, 7]


def test_weights_of_nothing_and_none() -> None:
    assert allocate([Decimal(0), Decimal(0)], 5) == [0, 0]
    assert allocate([], 5) == []
    assert allocate([Decimal(0), Decimal(1)], 5) == [0, 5]


@pytest.mark.parametrize(("given_weights", "seats"), [([Decimal(-1), Decimal(2)], 1), ([Decimal(1)], -1)])
def test_negative_numbers_are_refused(given_weights: list[Decimal], seats: int) -> None:
    with pytest.raises(ValueError, match="not negative"):
        allocate(given_weights, seats)


@given(weights=weights, seats=st.integers(0, 500))
def test_seats_are_all_given_and_each_quota_is_kept(weights: list[Decimal], seats: int) -> None:
    counts = allocate(weights, seats)
    total = sum(map(Fraction, weights))
    assert sum(counts) == (seats if total else 0)
    for weight, count in zip(weights, counts, strict=True):
        quota = Fraction(weight) * seats / total if total else Fraction(0)
        assert floor(quota) <= count <= ceil(quota)


@given(weights=weights, seats=st.integers(0, 200))
def test_the_scale_of_the_weights_does_not_matter(weights: list[Decimal], seats: int) -> None:
    assert allocate([weight * 1000 for weight in weights], seats) == allocate(weights, seats)


@given(weights=weights.filter(lambda found: len(set(found)) == len(found)), seats=st.integers(0, 200))
def test_the_order_does_not_matter_where_weights_differ(weights: list[Decimal], seats: int) -> None:
    assert allocate(weights[::-1], seats) == allocate(weights, seats)[::-1]
