"""Candidates who answer items by a known model, and the figures that come of it, computed the long way."""

import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, sqrt

from exambank.check.item_flags import ItemFigures, OptionFigures, key_doubts

ITEMS, OPTIONS = 40, 4
TOP = 0.27


@dataclass(frozen=True, slots=True)
class Item:
    """A two-parameter logistic item whose option 0 is right; distractors are taken by weight when it is missed."""

    slope: float
    threshold: float
    weights: tuple[float, ...]

    def answer(self, ability: float, chance: random.Random) -> int:
        """The option that a candidate chooses."""
        if chance.random() < 1 / (1 + exp(-1.7 * self.slope * (ability - self.threshold))):
            return 0
        return chance.choices(range(1, OPTIONS), self.weights)[0]


def items(chance: random.Random) -> list[Item]:
    """Sound ones of the usual spread: slopes around 0.6, thresholds around -0.7."""
    return [
        Item(
            0.6 * exp(chance.gauss(0, 0.3)),
            chance.gauss(-0.7, 0.8),
            tuple(chance.gammavariate(2, 1) for _ in range(OPTIONS - 1)),
        )
        for _ in range(ITEMS)
    ]


def correlation(x: Sequence[float], y: Sequence[float]) -> float | None:
    """Pearson's; None where one of the two does not vary."""
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    across = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    spread = sqrt(sum((a - mean_x) ** 2 for a in x) * sum((b - mean_y) ** 2 for b in y))
    return across / spread if spread else None


def figures(answers: Sequence[Sequence[int]], keys: Sequence[int]) -> list[ItemFigures]:
    """Of each item, from the options that each candidate chose and the options that count as right."""
    scores = [[float(option == key) for option, key in zip(row, keys, strict=True)] for row in answers]
    totals = [sum(row) for row in scores]
    order = sorted(range(len(answers)), key=lambda one: -totals[one])
    top = order[: round(TOP * len(answers))]
    found = []
    for item, key in enumerate(keys):
        rest = [total - row[item] for total, row in zip(totals, scores, strict=True)]
        options = tuple(
            OptionFigures(
                option == key,
                sum(row[item] == option for row in answers) / len(answers),
                correlation([float(row[item] == option) for row in answers], rest),
                sum(answers[one][item] == option for one in top) / len(top),
            )
            for option in range(OPTIONS)
        )
        score = [row[item] for row in scores]
        found.append(ItemFigures(len(answers), sum(score) / len(score), correlation(score, rest), 1 / OPTIONS, options))
    return found


def answered(candidates: int, chance: random.Random, wrong: int = 0) -> list[ItemFigures]:
    """The items of one exam, of which the first so many are scored by a distractor, the likeliest or another."""
    exam = items(chance)
    keys = [chance.randrange(1, OPTIONS) if number < wrong else 0 for number in range(ITEMS)]
    abilities = [chance.gauss(0, 1) for _ in range(candidates)]
    return figures([[item.answer(ability, chance) for item in exam] for ability in abilities], keys)


def main() -> None:
    """Prints how often KEY-CHECK speaks of right keys and of wrong ones, by the number of candidates."""
    sys.stdout.write("| candidates | items | right keys | wrong keys |\n|---|---|---|---|\n")
    for candidates in (30, 60, 100, 200, 400):
        dice = random.Random(7)
        said = {True: [0, 0], False: [0, 0]}
        for _ in range(4000 // candidates + 6):
            for number, item in enumerate(answered(candidates, dice, wrong=4)):
                said[number < 4][0] += any(key_doubts(item))
                said[number < 4][1] += 1
        (right, of_right), (wrong, of_wrong) = said[False], said[True]
        sys.stdout.write(
            f"| {candidates} | {of_right + of_wrong} | {right / of_right:.1%} | {wrong / of_wrong:.1%} |\n"
        )


if __name__ == "__main__":
    main()
