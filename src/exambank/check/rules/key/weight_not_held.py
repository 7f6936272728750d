"""KEY008 weight-not-held: an option's share of the points is none that the bank's LMS takes.

Why: Moodle knows a list of twenty percentages; a file with one share off that list is refused as a whole. `shares` in
bank.yaml says which list holds: `moodle`, or percentages of a house's own; a target may bring one. Looked at is what
each option of an item with `scoring: per-option` is worth, whether its author gave a share or all is split evenly. A
third may be written 33.33333 or 33.333: what is nearer than a thousandth of a percent is the same to Moodle. Each share
may be taken away as well, and an option may be worth nothing.
Source: Moodle 4.5, question_bank::fraction_options_full, tried with its import. The examples are of a bank that says
`shares: moodle`.

Bad:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: draft
    scoring: per-option
    ---

    Which two come first? (Choose two.)

    - [x] Ask for the budget (37%)
    - [x] Ask who decides (63%)
    - [ ] Wait (−50%)
Good:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: draft
    scoring: per-option
    ---

    Which two come first? (Choose two.)

    - [x] Ask for the budget (40%)
    - [x] Ask who decides (60%)
    - [ ] Wait (−50%)
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from exambank.check.rule import Rule
from exambank.check.targets import TargetedItem
from exambank.finding import Fault, Severity
from exambank.model.interactions.choice import OptionItem

SAME = Decimal("0.001")  # percent; Moodle's match_grade_options takes fractions that are nearer than 0.00001 for equal
PLACES = Decimal("0.00001")  # of a percentage in a message


def check(targeted: TargetedItem) -> Iterator[Fault]:
    """The first option whose share some list lacks."""
    item = targeted.item
    if not isinstance(item, OptionItem) or item.scoring != "per-option":
        return
    shares = item.shares()
    for owner, taken in targeted.share_lists:
        for number, option in enumerate(item.options):
            share = shares[option.id]
            if share and all(abs(abs(share) - one) >= SAME for one in taken):
                near = " or ".join(nearest(share, taken))
                even = "" if option.share is not None else f" by an even split among {len(item.keys)} keys"
                yield RULE.finding(
                    at=("options", number, "text"),
                    message=f"option {number + 1} is worth {percent(share)}{even}, which {owner} does not take",
                    mend=f"give it a share of {near}",
                )
                return


def nearest(share: Decimal, taken: Sequence[Decimal]) -> list[str]:
    """The next smaller share of a list and the next larger, as they are written."""
    below = max((one for one in taken if one < abs(share)), default=None)
    above = min((one for one in taken if one > abs(share)), default=None)
    return [percent(one.copy_sign(share)) for one in (below, above) if one is not None]


def percent(share: Decimal) -> str:
    """A share as it is written in an item."""
    return f"{share.quantize(PLACES).normalize():f}%".replace("-", "−")


RULE = Rule("KEY008", "weight-not-held", Severity.ERROR, over=TargetedItem, check=check)
