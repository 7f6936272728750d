"""OPT010 convergence-cue: the key shares its words with the distractors more than any of them does.

Why: writers vary the key to make distractors, so the option that has most in common with the others is the key. Words
that all options share do not count, nor does a design in which every combination is present. In preview: there were too
few hits to measure.
Source: NBME item-writing guide, convergence; Tarrant 2006.

Bad:
    - [x] Local mean and weekly check
    - [ ] Local mean and daily check
    - [ ] Local median and weekly check
    - [ ] Global mean and weekly check
Good:
    - [x] Ask for the budget
    - [ ] Wait for a call
    - [ ] Send a quote
    - [ ] Invite the board
"""

from collections.abc import Iterator, Mapping

from exambank.check.rule import Rule
from exambank.check.wording import Wording
from exambank.finding import Fault, Severity

LEAST = 4  # options


def check(words: Wording, limits: Mapping[str, float]) -> Iterator[Fault]:
    """The key's score, the mean over its words of the other options that have the word, against the others'."""
    if len(words.options) < LEAST or words.key is None or words.pack is None:
        return
    shared = frozenset.intersection(*[one.content_words for one in words.options])
    sets = [one.content_words - shared for one in words.options]
    if any(not one for one in sets) or _is_complete(sets):
        return
    scores = [
        sum(word in other for word in own for at, other in enumerate(sets) if at != number) / len(own)
        for number, own in enumerate(sets)
    ]
    key = words.key.number
    if scores[key] >= limits["score"] and all(score < scores[key] for at, score in enumerate(scores) if at != key):
        yield RULE.finding(
            at=("options", key, "text"),
            message="the key has more words in common with the distractors than any of them has",
            mend="vary the distractors in more than one way, or give two of them words of their own in common",
        )


def _is_complete(sets: list[frozenset[str]]) -> bool:
    """Whether the options are two choices of two words each, in every combination."""
    words = frozenset.union(*sets)
    return len(sets) == LEAST and all(sum(word in one for one in sets) == LEAST // 2 for word in words)


RULE = Rule(
    "OPT010", "convergence-cue", Severity.INFO, over=Wording, check=check,
    limits={"score": 1}, is_preview=True, needs_language=True,
)  # fmt: skip
