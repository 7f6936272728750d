"""The table of guessing strategies over a bank: what each scores, what chance gives, and how sure that is."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import sqrt
from typing import NamedTuple

from exambank.check.facts import Facts
from exambank.check.guessing import STRATEGIES

PLACES = 6  # from the top that are tried
FIXED = -1  # in place of the key's, where the options have an order of their own


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
    kinds = Counter(
        (facts.guesses, facts.options, FIXED if facts.is_fixed else facts.keys[0]) for facts in items if facts.guesses
    )
    found = [_score(f"place-{at + 1}", f"takes option {at + 1}", _of_place(kinds, at)) for at in range(PLACES)]
    found += [_score(one.name, one.title, _of_strategy(kinds, at)) for at, one in enumerate(STRATEGIES)]
    return [score for score in found if score.items]


Kinds = Mapping[tuple[tuple[int, ...], int, int], int]  # guesses, count of options, place of the key → items


def _of_place(kinds: Kinds, place: int) -> Iterator[tuple[int, int, int]]:
    """1 or -1 for the key at that place, how many options there are, and of how many items that is so."""
    for (_, options, key), count in kinds.items():
        if place < options and key != FIXED:
            yield (1 if key == place else -1), options, count


def _of_strategy(kinds: Kinds, number: int) -> Iterator[tuple[int, int, int]]:
    for (guesses, options, _), count in kinds.items():
        if guesses[number]:
            yield guesses[number], options, count


def _score(name: str, title: str, tries: Iterable[tuple[int, int, int]]) -> Score:
    """The sum over items: of `picks` options one is taken by a throw, of which the expectation counts."""
    items, score, chance, variance, third = 0, 0.0, 0.0, 0.0, 0.0
    for picks, options, count in tries:
        size, share, hit = abs(picks), 1 / options, 1 / abs(picks)
        items += count
        score += count * hit if picks > 0 else 0
        chance += count * share
        variance += count * (share * hit - share * share)
        third += count * (size * share * (hit - share) ** 3 - (1 - size * share) * share**3)
    if not items:
        return Score(name, title, 0, 0.0, 0.0, 0.0, 0.0)
    skew = third / variance**1.5 if variance > 0 else 0.0
    return Score(name, title, items, score / items, chance / items, sqrt(variance) / items, skew)
