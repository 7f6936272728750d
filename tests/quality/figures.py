"""The statistics of the yardstick."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exambank.check.measured import wilson


@dataclass(frozen=True, slots=True)
class Counts:
    """What a rule says of items, against what readers say."""

    true_hits: int = 0
    false_hits: int = 0
    misses: int = 0
    found: int = 0  # of the flawed items that were drawn whatever the rules say, those that the rule finds
    flawed: int = 0  # all of these flawed items

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.true_hits + other.true_hits,
            self.false_hits + other.false_hits,
            self.misses + other.misses,
            self.found + other.found,
            self.flawed + other.flawed,
        )

    @property
    def hits(self) -> int:
        """Labelled items that the rule hits."""
        return self.true_hits + self.false_hits

    @property
    def precision(self) -> float | None:
        """The share of hits that readers agree with."""
        return self.true_hits / self.hits if self.hits else None

    @property
    def precision_bounds(self) -> tuple[float, float]:
        """Wilson's bounds of the precision."""
        return wilson(self.true_hits, self.hits)

    @property
    def recall(self) -> float | None:
        """The share of flawed items that the rule finds, items that were drawn for a hit's sake left out."""
        return self.found / self.flawed if self.flawed else None

    @property
    def recall_bounds(self) -> tuple[float, float]:
        """Wilson's bounds of the recall."""
        return wilson(self.found, self.flawed)


def total(counts: Iterable[Counts]) -> Counts:
    """The counts of several rules or halves together."""
    return sum(counts, Counts())


def kappa(first: Sequence[bool], second: Sequence[bool]) -> float | None:
    """Cohen's κ of two readers over the same items (Cohen 1960); None where neither ever says yes, or both always."""
    count = len(first)
    agreed = sum(a == b for a, b in zip(first, second, strict=True)) / count if count else 0.0
    yes = sum(first) * sum(second)
    no = (count - sum(first)) * (count - sum(second))
    by_chance = (yes + no) / (count * count) if count else 1.0
    return None if by_chance == 1 else (agreed - by_chance) / (1 - by_chance)
