"""The table of guessing strategies over a bank: what each scores, what chance gives, and how sure that is."""

from collections.abc import Iterable, Iterator
from math import sqrt
from typing import NamedTuple

from exambank.check.facts import Facts
from exambank.check.guessing import STRATEGIES

PLACES = 6  # from the top that are tried


class Score(NamedTuple):
    """What a strategy scores of the items that give it something to go by, against chance, as shares of them.

    `deviation` is the standard deviation of the share if keys were thrown by dice, `skew` its skewness.
    """

    name: str
    title: str
    items: int
    score: float
    chance: float
    deviation: float
    skew: float

    @property
    def excess(self) -> float:
        """Standard deviations above chance, of a distribution without skew."""
        if not self.deviation:
            return 0.0
        found = (self.score - self.chance) / self.deviation
        return found - (found * found - 1) * self.skew / 6 if found > 1 else found


def scores(items: Iterable[Facts]) -> list[Score]:
    """The table: every strategy that has items to go by, and every place of an option."""
    rows = list(items)
    found = [
        _score(f"place-{place + 1}", f"takes option {place + 1}", _of_place(rows, place)) for place in range(PLACES)
    ]
    found += [_score(one.name, one.title, _of_strategy(rows, number)) for number, one in enumerate(STRATEGIES)]
    return [score for score in found if score.items]


def _of_place(items: Iterable[Facts], place: int) -> Iterator[tuple[int, int]]:
    """For each item with such an option, in no order of its own: 1, or -1 for a miss, and its count of options."""
    for facts in items:
        if facts.guesses and place < facts.options and not facts.is_fixed:
            yield (1 if facts.keys[0] == place else -1), facts.options


def _of_strategy(items: Iterable[Facts], number: int) -> Iterator[tuple[int, int]]:
    for facts in items:
        if facts.guesses and facts.guesses[number]:
            yield facts.guesses[number], facts.options


def _score(name: str, title: str, tries: Iterable[tuple[int, int]]) -> Score:
    """The sum over items: of `picks` options one is taken by a throw, of which the expectation counts."""
    count, score, chance, variance, third = 0, 0.0, 0.0, 0.0, 0.0
    for picks, options in tries:
        size, share, hit = abs(picks), 1 / options, 1 / abs(picks)
        count += 1
        score += hit if picks > 0 else 0
        chance += share
        variance += share * hit - share * share
        third += size * share * (hit - share) ** 3 - (1 - size * share) * share**3
    if not count:
        return Score(name, title, 0, 0.0, 0.0, 0.0, 0.0)
    skew = third / variance**1.5 if variance > 0 else 0.0
    return Score(name, title, count, score / count, chance / count, sqrt(variance) / count, skew)
