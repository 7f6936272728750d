"""STR012 bad-difficulty: the expected facility is below what guessing gives.

Why: `difficulty` is the share of candidates who will be right, 0 to 1; with four options, a quarter of pure guessers
are. A lower figure was meant the other way round, as "how hard", or the item misleads those who know. What is not
between 0 and 1 at all is found by bad-value. Looked at are single choice and true/false, where guessing is known.
Source: psychometrics of multiple choice: chance is 1/k.

Bad:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: draft
    difficulty: 0.2
    ---

    What comes first?

    - [x] Budget
    - [ ] Weather
    - [ ] Season
Good:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: draft
    difficulty: 0.6
    ---

    What comes first?

    - [x] Budget
    - [ ] Weather
    - [ ] Season
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.finding import Fault, Severity
from exambank.model.interactions.choice import ChoiceItem, TrueFalseItem


def check(item: ChoiceItem | TrueFalseItem) -> Iterator[Fault]:
    """The figure against chance."""
    count = len(item.options)
    if item.difficulty is not None and item.difficulty * count < 1:
        chance = 1 / count
        yield RULE.finding(
            at=("difficulty",),
            message=f"{item.difficulty:g} of candidates would be right, fewer than the {chance:.2f} who guess right",
            mend="write the share who will be right, between chance and 1",
        )


RULE = Rule("STR012", "bad-difficulty", Severity.WARNING, over=ChoiceItem | TrueFalseItem, check=check)
