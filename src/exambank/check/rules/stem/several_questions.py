"""STM008 several-questions: the stem asks more than one question.

Why: an item is to ask for one thing; with two, nobody knows which of them a wrong answer was wrong about, and the
options answer one at best. Counted are the questions that stand together at the end of the stem; those before them may
set the scene. A last sentence that asks twice ("What is … and why must …?") counts as two, but not one that asks for
what tells both ("Which tells what it is and how it works?"). What is in quotation marks, quoted blocks, brackets or
code, or follows a colon, is somebody's in the scenario.
Source: Haladyna, Downing & Rodriguez (2002), guideline 1.

Bad:
    What is a quota? Who sets it?

    - [x] A target for sales, set by a manager
    - [ ] A price, set by a customer
    - [ ] A list of leads, set by marketing
Good:
    What is a quota?

    - [x] A target for sales
    - [ ] A price
    - [ ] A list of leads
"""

import re
from collections.abc import Iterator, Mapping

from exambank.check.rule import Rule
from exambank.check.wording import Wording, unquoted
from exambank.finding import Fault, Severity

END = re.compile(r"(?<=[.?!:؟])[\"”’)]*\s+(?=\S)|(?<=[？。！：])\s*|\n+")
BRACKETS = re.compile(r"\s*\([^()]*\)")
ENDS = ("?", "？", "؟")


def check(words: Wording, limits: Mapping[str, float]) -> Iterator[Fault]:
    """The questions at the end."""
    count = _questions(words.stem) + _asks_twice(words)
    if count > limits["questions"]:
        yield RULE.finding(
            at=("stem",),
            message=f"the stem asks {count} questions",
            mend="ask one, and make another item of the other; put what is said by somebody into quotation marks",
        )


def _questions(stem: str) -> int:
    """The sentences at the end that are questions; at least one question is asked."""
    count = 0
    if stem.count("?") + stem.count("？") + stem.count("؟") <= 1:
        return 1
    for sentence in reversed([part for part in END.split(BRACKETS.sub("", unquoted(stem))) if part.strip()]):
        if sentence.rstrip().endswith(":"):
            return 1
        if not sentence.rstrip().endswith(ENDS):
            break
        count += 1
    return max(count, 1)


def _asks_twice(words: Wording) -> bool:
    """Whether the last sentence joins two questions."""
    if words.pack is None:
        return False
    return words.pack.stems.two_questions.match(BRACKETS.sub("", unquoted(words.lead_in))) is not None


RULE = Rule(
    "STM008", "several-questions", Severity.INFO, over=Wording, check=check, limits={"questions": 1}, is_preview=True
)
