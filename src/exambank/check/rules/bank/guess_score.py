"""BNK004 guess-score: who knows nothing and goes by the look of the options beats chance.

Why: a form then measures wit in taking tests. Tried are: each place of an option, the longest and the shortest option,
the one with most and with least in common with the others, no "always" or "never", the number in the middle, and "all
of the above". Each strategy counts over the items that give it something to go by, choice items of three options or
more with one key; where it cannot tell between options, they share the hit. It is told where dice would do as well in
one bank of twenty for all strategies together, at least two standard errors above chance, and a few points.
Source: Millman, Bishop & Ebel (1965) on test-wiseness; the correction for many strategies is Bonferroni's.

Bad:
    60 items with four options of which 32 have a key that is the shortest option
Good:
    60 items with four options of which 15 have one
"""

from collections.abc import Iterator, Mapping
from statistics import NormalDist

from exambank.check.bank_view import BankView
from exambank.check.guess_scores import Score, scores
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity
from exambank.model.base import RETIRED

WARNING = 0.05  # of banks whose keys dice threw


def check(bank: BankView, limits: Mapping[str, float]) -> Iterator[Fault]:
    """The strategy that is furthest above chance, and how many others are above the limit."""
    table = [
        score
        for score in scores(facts for facts in bank.items if facts.status not in RETIRED)
        if score.items >= limits["items"]
    ]
    found = [score for score in table if is_above(score, len(table), limits)]
    if found:
        worst = max(found, key=lambda score: score.excess)
        others = [score.name for score in found if score is not worst]
        more = f"; also above: {', '.join(others)}" if others else ""
        yield RULE.finding(
            at=("id",),
            message=f"who {worst.title} scores {worst.score:.0%} on the {worst.items} items where that can be told; "
            f"chance gives {worst.chance:.0%} ({worst.excess:.1f} standard errors){more}",
            mend="vary keys and distractors of some of these items in this respect",
        )


def is_above(score: Score, strategies: int, limits: Mapping[str, float]) -> bool:
    """Whether a strategy's score is above what dice would give one bank in twenty, of so many strategies."""
    limit = max(limits["errors"], NormalDist().inv_cdf(1 - WARNING / strategies))
    return score.excess > limit and 100 * (score.score - score.chance) >= limits["points"]


RULE = Rule(
    "BNK004", "guess-score", Severity.WARNING, over=BankView, check=check,
    limits={"items": 20, "errors": 2, "points": 3},
)  # fmt: skip
