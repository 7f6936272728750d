"""Rules against labels: hits, false hits and misses, by half."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tests.quality.banks import BANKS, Half
from tests.quality.examined import ExaminedItem
from tests.quality.figures import Counts, kappa
from tests.quality.flaws import FLAWS, Flaw
from tests.quality.labels import Labelled
from tests.quality.sample import Reason

HALVES: tuple[Half, ...] = ("open", "held-out")


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled item beside what the rules say of it."""

    item: ExaminedItem
    labels: Labelled
    reason: Reason

    @property
    def half(self) -> Half:
        """The half that its bank belongs to."""
        return BANKS[self.item.bank].half

    def counts(self, flaw: Flaw) -> Counts:
        """What it adds to the counts of the flaw's rule; nothing where nobody settled whether it has the flaw."""
        is_flawed, is_hit = self.labels.has(flaw.label), flaw.code in self.item.codes
        if is_flawed is None:
            return Counts()
        is_free = is_flawed and self.reason != "hit"
        return Counts(
            true_hits=is_flawed and is_hit,
            false_hits=is_hit and not is_flawed,
            misses=is_flawed and not is_hit,
            found=is_free and is_hit,
            flawed=is_free,
        )


def judged(items: Iterable[ExaminedItem], labels: Mapping[str, Labelled], sample: Mapping[str, Reason]) -> list[Judged]:
    """The labelled ones among the items."""
    return [Judged(item, labels[item.digest], sample[item.digest]) for item in items if item.digest in labels]


def measured(items: Iterable[Judged]) -> dict[tuple[str, Half], Counts]:
    """Code and half → counts."""
    found = {(flaw.code, half): Counts() for flaw in FLAWS for half in HALVES}
    for one in items:
        for flaw in FLAWS:
            found[flaw.code, one.half] += one.counts(flaw)
    return found


def agreement(labels: Iterable[Labelled]) -> dict[str, float | None]:
    """Label → Cohen's κ of the two readers."""
    every = list(labels)
    return {
        flaw.label: kappa([flaw.label in one.a for one in every], [flaw.label in one.b for one in every])
        for flaw in FLAWS
    }
