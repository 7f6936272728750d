"""TXT004 target-cannot-hold: a target of the bank does not hold something that candidates or scores would feel.

Why: a build says so too, in its loss report, but then the item is long written. In preview, since a programme that has
chosen its targets has often chosen their losses with them.
Source: the capabilities of each format, docs/formats.md.

Bad:
    Which two come first? (Choose two.)

    - [x] Ask for the budget
    - [x] Ask who decides
    - [ ] Wait
Good:
    - [x] Ask for the budget
    - [ ] Wait
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.targets import TargetedItem
from exambank.finding import Fault, Severity


def check(targeted: TargetedItem) -> Iterator[Fault]:
    """Each loss of content, by target."""
    for target, feature, denial in targeted.denied:
        if denial.is_content:
            yield RULE.finding(
                at=("stem",),
                message=f"{target} does not hold: {feature}. {denial.outcome}",
                mend=f"change the item, or take {target} from `targets` in bank.yaml",
            )


RULE = Rule("TXT004", "target-cannot-hold", Severity.WARNING, over=TargetedItem, check=check, is_preview=True)
