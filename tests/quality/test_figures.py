"""The statistics, against values from the literature and by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.quality.figures import Counts, kappa, total
from tests.quality.targets import allowed

from exambank.check.measured import wilson


@pytest.mark.parametrize(
    ("successes", "tries", "low", "high"),
    [(0, 0, 0, 1), (28, 28, 0.879, 1), (30, 31, 0.838, 0.994), (81, 263, 0.255, 0.366), (0, 20, 0, 0.161)],
)
def test_wilson(successes: int, tries: int, low: float, high: float) -> None:
    """81 of 263 is the example of Newcombe (1998), table I."""
    assert wilson(successes, tries) == pytest.approx((low, high), abs=0.001)


@given(st.integers(0, 200).flatmap(lambda tries: st.tuples(st.integers(0, tries), st.just(tries))))
def test_wilson_holds_the_share(pair: tuple[int, int]) -> None:
    low, high = wilson(*pair)
    assert 0 <= low <= high <= 1
    assert pair[1] == 0 or low - 1e-12 <= pair[0] / pair[1] <= high + 1e-12


def test_kappa() -> None:
    """20 both, 15 neither, 5 and 10 by one alone: agreement .70, .50 by chance."""
    first = [True] * 20 + [True] * 5 + [False] * 10 + [False] * 15
    second = [True] * 20 + [False] * 5 + [True] * 10 + [False] * 15
    assert kappa(first, second) == pytest.approx(0.4)


@pytest.mark.parametrize(("first", "second", "value"), [("ynn", "ynn", 1), ("yn", "ny", -1), ("nn", "nn", None)])
def test_kappa_at_its_ends(first: str, second: str, value: float | None) -> None:
    assert kappa([c == "y" for c in first], [c == "y" for c in second]) == value


def test_recall_leaves_out_what_was_drawn_for_a_hit() -> None:
    counts = total([Counts(true_hits=8, false_hits=2, misses=3, found=1, flawed=4), Counts(true_hits=1)])
    assert (counts.hits, counts.precision, counts.recall) == (11, 9 / 11, 0.25)


@pytest.mark.parametrize(
    ("right", "wrong", "agreed", "severity"),
    [
        (9, 0, 1.0, "preview"),  # too few
        (7, 3, 1.0, "info"),
        (7, 4, 1.0, "preview"),  # .64
        (30, 0, 0.59, "preview"),  # readers do not agree
        (29, 1, 0.60, "warning"),
        (28, 2, 1.0, "info"),  # a bound of .79
        (60, 0, None, "error"),
    ],
)
def test_what_figures_allow(right: int, wrong: int, agreed: float | None, severity: str) -> None:
    assert allowed(Counts(true_hits=right, false_hits=wrong), agreed) == severity
