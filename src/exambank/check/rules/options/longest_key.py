"""OPT006 longest-key: the key is much longer than every distractor.

Why: a test-wise candidate picks the longest option without knowing the objective. It stands out where it is both half
as long again as the longest distractor and some three words longer: among names and short phrases half as much again
is a word. Numbers, all and none of the above, options that are mostly code or formulae, and items with fewer than three
options are left alone; where there are several keys, their mean length counts.
Source: Haladyna, Downing & Rodriguez 2002, guideline 24; Pham 2018. On the open half of our labelled items
(docs/quality.md) 1.25 times with four words was right in 37 of 60 hits, 1.5 times with 20 characters in 32 of 34.

Bad:
    - [x] Ask for the budget, the way they decide, and the date by which they must
    - [ ] Wait for a call
    - [ ] Send a quote
Good:
    - [x] Ask for the budget
    - [ ] Wait for a call
    - [ ] Send a quote
"""

from collections.abc import Iterator, Mapping

from exambank.check.rule import Rule
from exambank.check.wording import Wording
from exambank.finding import Fault, Severity

LEAST = 3  # options


def check(words: Wording, limits: Mapping[str, float]) -> Iterator[Fault]:
    """The longest key against the longest distractor."""
    if len(words.options) < LEAST:
        return
    lengths = [one.length for one in words.options]
    keys = [length for one, length in zip(words.options, lengths, strict=True) if one.option.is_key]
    others = [length for one, length in zip(words.options, lengths, strict=True) if not one.option.is_key]
    if not keys or not others:
        return
    mean, most = sum(keys) / len(keys), max(others)
    if mean <= limits["ratio"] * most or mean - most < limits["characters"]:
        return
    plain = words.plain_options
    longest = max((one for one in plain if one.is_key), key=lambda one: one.length, default=None)
    if longest is None or sum(not one.is_key for one in plain) < LEAST - 1:
        return
    if len(longest.text.split()) < limits["words"] or longest.is_mostly_cut or longest.number_and_unit is not None:
        return
    yield RULE.finding(
        at=("options", longest.number, "text"),
        message=f"the key has {max(keys)} characters, the longest distractor {most}",
        mend="shorten the key, or give the distractors the same detail",
    )


RULE = Rule(
    "OPT006",
    "longest-key",
    Severity.WARNING,
    over=Wording,
    check=check,
    limits={"ratio": 1.5, "characters": 20, "words": 4},
)
