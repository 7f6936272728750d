"""OPT004 none-of-the-above: an option denies all the others.

Why: as the key it shows that a candidate knows what is wrong, not what is right; as a distractor it is seldom chosen.
It does its work where the answer is computed, so it is left alone beside numbers and formulae.
Source: Haladyna, Downing & Rodriguez 2002, guideline 25; Tarrant 2006. Its detector was right in 28 of 28 cases.

Bad:
    - [ ] Budget
    - [ ] Authority
    - [x] None of the above
Good:
    - [ ] Budget
    - [ ] Authority
    - [x] A date
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.wording import CUT, Wording
from exambank.finding import Fault, Severity


def check(words: Wording) -> Iterator[Fault]:
    """The first such option, unless the others are computed."""
    pack = words.pack
    if pack is None or words.vocabulary.isdisjoint(pack.options.none_words):
        return
    for option in words.options:
        if pack.none_of_above.fullmatch(option.text.strip()):
            others = [one for one in words.options if one is not option]
            if not all(one.number_and_unit is not None or CUT in one.text for one in others):
                yield RULE.finding(
                    at=("options", option.number, "text"),
                    message=f"option {option.number + 1} denies all the others",
                    mend="write an option of its own, or leave it out",
                )
            return


RULE = Rule("OPT004", "none-of-the-above", Severity.INFO, over=Wording, check=check, needs_language=True)
