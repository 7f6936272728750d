"""Exact probabilities and quantiles that rules over a bank ask for."""

from collections.abc import Sequence
from math import exp, lgamma, log

# Quantiles of chi-square at .95 and .99 by degrees of freedom, from the usual tables; computed by R 4.2.2's qchisq.
CHI_SQUARE = {
    1: (3.841, 6.635), 2: (5.991, 9.210), 3: (7.815, 11.345), 4: (9.488, 13.277), 5: (11.070, 15.086),
    6: (12.592, 16.812), 7: (14.067, 18.475), 8: (15.507, 20.090), 9: (16.919, 21.666),
}  # fmt: skip


def chi_square(counts: Sequence[int]) -> float:
    """The statistic of counts against equal shares."""
    expected = sum(counts) / len(counts)
    return sum((count - expected) ** 2 for count in counts) / expected


def binomial_tail(hits: int, tries: int, chance: float) -> float:
    """The probability of at least so many hits."""
    if hits <= 0:
        return 1.0
    if hits > tries:
        return 0.0
    terms = (
        exp(
            lgamma(tries + 1) - lgamma(count + 1) - lgamma(tries - count + 1)
            + count * log(chance) + (tries - count) * log(1 - chance)
        )
        for count in range(hits, tries + 1)
    )  # fmt: skip
    return min(1.0, sum(terms))


def expected_runs(length: int, tries: int, chance: float) -> float:
    """How many runs of at least this length are to be expected, of any one of 1 / chance places; if small, nearly p."""
    return max(0, tries - length + 1) * (1 - chance) * chance ** (length - 1)
