"""STM005 blank-in-middle: the gap to be filled stands before the end of the stem.

Why: the candidate has to hold the gap in mind, read on, and come back once the options are read. Found where 2 words or
more follow the first gap (two low lines or more) in its sentence, brackets aside. Quiet on items tagged as language
items (`language`, `grammar`, `vocabulary`, `cloze`), where the sentence is the matter, and on gaps in code or in a
quoted text ("The notice says: 'Closed on ____.' Which day …").
Source: Tarrant et al. (2006); Haladyna, Downing & Rodriguez (2002), guideline 15.

Bad:
    The ____ shows which deals may close this quarter.

    - [x] forecast
    - [ ] quota
    - [ ] price list
Good:
    Which deals may close this quarter is shown by the ____.

    - [x] forecast
    - [ ] quota
    - [ ] price list
"""

import re
from collections.abc import Iterator, Mapping

from exambank.check.rule import Rule
from exambank.check.wording import QUOTED, WORD, Wording
from exambank.finding import Fault, Severity

TAGS = frozenset({"language", "grammar", "vocabulary", "cloze"})  # what a house may call items on language
GAP = re.compile(r"(?<![^\W_])_{2,}(?![^\W_])(?P<rest>.*?)(?:(?<=[.?!])\s|$)", re.MULTILINE)
IN_SOURCE = re.compile(r"(?:\\?_){2,}")
BRACKETS = re.compile(r"\([^()]*\)")


def _without_gaps(quotation: re.Match[str]) -> str:
    """A quotation without its gaps, unless it is a gap and no more."""
    return quotation[0].replace("_", " ") if WORD.search(quotation[0]) else quotation[0]


def check(words: Wording, limits: Mapping[str, float]) -> Iterator[Fault]:
    """The first gap, where too much follows it."""
    if "__" not in words.stem or not words.options or not TAGS.isdisjoint(words.item.tags):
        return
    gap = GAP.search(QUOTED.sub(_without_gaps, words.stem))
    after = len(WORD.findall(BRACKETS.sub("", gap["rest"]))) if gap else 0
    if after < limits["words"]:
        return
    place = IN_SOURCE.search(words.item.stem.source)
    yield RULE.finding(
        at=("stem",),
        span=place.span() if place else None,
        message=f"{after} words follow the gap in its sentence",
        mend="turn the sentence so that it ends in the gap, or ask a question",
    )


RULE = Rule("STM005", "blank-in-middle", Severity.INFO, over=Wording, check=check, limits={"words": 2}, is_preview=True)
