"""OPT022 opposite-pair: two options are opposites, one of them is the key, and the others are about something else.

Why: a test-wise candidate sees that one of two opposites must be right, and guesses between two. In preview, not yet
measured.
Source: NBME item-writing guide; Haladyna, Downing & Rodriguez 2002, guideline 28e.

Bad:
    - [x] The price rises
    - [ ] The price falls
    - [ ] A contract is signed
    - [ ] A lawyer is asked
Good:
    - [x] The price rises
    - [ ] The price falls
    - [ ] The price stays
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.wording import APART, Wording
from exambank.finding import Fault, Severity

LEAST = 3  # options


def check(words: Wording) -> Iterator[Fault]:
    """The key against each distractor: equal but for two opposite words, which no other option has."""
    key = words.key
    if words.pack is None or key is None or len(words.options) < LEAST:
        return
    lists = {one.number: one.lowered.translate(APART).split() for one in words.options}
    own = lists[key.number]
    for other in words.distractors:
        theirs = lists[other.number]
        differing = {(a, b) for a, b in zip(own, theirs, strict=False) if a != b}
        if len(own) != len(theirs) or len(differing) != 1:
            continue
        (pair,) = differing
        is_opposite = pair in words.pack.options.opposites or pair[::-1] in words.pack.options.opposites
        rest = [lists[one.number] for one in words.distractors if one is not other]
        subject = {*own, *pair} - words.pack.stems.articles
        if is_opposite and rest and all(subject.isdisjoint(one) for one in rest):
            yield RULE.finding(
                at=("options", max(key.number, other.number), "text"),
                message="two options are opposites, and the others are about something else",
                mend="give the others the same subject, or leave out one of the pair",
            )
            return


RULE = Rule("OPT022", "opposite-pair", Severity.INFO, over=Wording, check=check, is_preview=True, needs_language=True)
