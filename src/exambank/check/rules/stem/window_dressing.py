"""STM006 window-dressing: a long stem asks for something that is merely to be recalled.

Why: words that do not bear on the answer cost reading time, and slow those who read in a second language most. Counted
are the words of the stem, code, tables, quoted blocks and the stimulus left out; more than 60 are found. Quiet where
the item's `cognitive` is a level above recall, since a case takes words, and where the rationale works with a number
of the stem.
Source: Haladyna, Downing & Rodriguez (2002), guideline 16; Tarrant et al. (2006). The 60 words are a proposal: 6 of 8
hits were right on items of courses, 2 of 16 on those of benchmarks.

Bad:
    Sales teams have always had to plan. In the last years more and more of them have come to work with numbers, which
    their managers like to see in reports, and which are kept in tools of many kinds that may cost a lot of money or
    none at all. Some people like such tools, and others would rather have their old notebooks back. What is the sum of
    all open deals called?

    - [x] Pipeline
    - [ ] Quota
    - [ ] Forecast
Good:
    What is the sum of all open deals called?

    - [x] Pipeline
    - [ ] Quota
    - [ ] Forecast
"""

import re
from collections.abc import Iterator, Mapping

from exambank.check.rule import Rule
from exambank.check.wording import Wording
from exambank.finding import Fault, Severity

LOWEST = frozenset({"recall", "remember", "remembering", "knowledge", "understand", "understanding", "comprehension"})
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def check(words: Wording, limits: Mapping[str, float]) -> Iterator[Fault]:
    """A stem with too many words."""
    if words.stem.count(" ") < limits["words"] or (words.item.cognitive or "recall").lower() not in LOWEST:
        return
    count = sum(any(map(str.isalnum, word)) for word in words.stem.split())
    rationale = words.item.rationale.source if words.item.rationale else ""
    if count > limits["words"] and set(NUMBER.findall(words.stem)).isdisjoint(NUMBER.findall(rationale)):
        yield RULE.finding(
            at=("stem",),
            message=f"the stem has {count} words, more than {limits['words']:g}",
            mend="leave out what the answer does not need; if it is a case to work on, say so in `cognitive`",
        )


RULE = Rule(
    "STM006", "window-dressing", Severity.INFO, over=Wording, check=check, limits={"words": 60}, is_preview=True
)
