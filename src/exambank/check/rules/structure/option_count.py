"""STR009 option-count: a single choice has fewer than 3 options, or more than 5.

Why: three options do: a fourth that works is rarely found, costs reading time, and moves neither difficulty nor
discrimination; with two, half of the guesses are right. Quiet on two options that are true and false, or yes and no;
where the language has no list of such words, two options are left alone.
Source: Haladyna, Downing & Rodriguez (2002), guideline 18; Rodriguez (2005), three options are optimal.

Bad:
    - [x] Ask for the budget
    - [ ] Wait
Good:
    - [x] Ask for the budget
    - [ ] Wait
    - [ ] Send a price list
"""

from collections.abc import Iterator, Mapping

from exambank.check.rule import Rule
from exambank.check.wording import Wording
from exambank.finding import Fault, Severity, plural
from exambank.model.interactions.choice import ChoiceItem


def check(words: Wording, limits: Mapping[str, float]) -> Iterator[Fault]:
    """The number of options."""
    count = len(words.options)
    if limits["least"] <= count <= limits["most"] or not isinstance(words.item, ChoiceItem):
        return
    if count < limits["least"] and (words.pack is None or all(option.is_special for option in words.options)):
        return
    limit = f"fewer than {limits['least']:g}" if count < limits["least"] else f"more than {limits['most']:g}"
    few = "write another distractor that someone without the knowledge would choose"
    yield RULE.finding(
        at=("options", count - 1, "text"),
        message=f"the item has {plural(count, 'option')}, {limit}",
        mend=few if count < limits["least"] else "leave out the distractors that fewest would choose",
    )


RULE = Rule("STR009", "option-count", Severity.INFO, over=Wording, check=check, limits={"least": 3, "most": 5})
