"""OPT016 option-punctuation: some options end with a full stop, and others do not.

Why: what looks otherwise was often written at another time, as keys are. Names and code tell nothing. In preview: of
29 hits on labelled items 5 were right.
Source: Haladyna, Downing & Rodriguez 2002, guideline 12.

Bad:
    - [x] Ask for the budget.
    - [ ] Wait for a call
    - [ ] Send a quote
Good:
    - [x] Ask for the budget
    - [ ] Wait for a call
    - [ ] Send a quote
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.wording import CUT, Wording
from exambank.finding import Fault, Severity


def check(words: Wording) -> Iterator[Fault]:
    """The first option that ends otherwise than the first; one word alone has no full stop to miss."""
    options = [one for one in words.plain_options if CUT not in one.text and " " in one.text.strip()]
    ends = [one.text.rstrip().endswith(".") for one in options]
    if len(set(ends)) > 1:
        odd = options[ends.index(not ends[0])]
        yield RULE.finding(
            at=("options", odd.number, "text"),
            message=f"{ends.count(True)} of {len(ends)} options end with a full stop",
            mend="end all of them alike",
        )


RULE = Rule("OPT016", "option-punctuation", Severity.INFO, over=Wording, check=check, is_preview=True)
