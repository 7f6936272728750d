"""OPT006 longest-key: the key is much longer than every distractor.

Why: a test-wise candidate picks the longest option without knowing the objective. Numbers, all and none of the above,
options that are mostly code or formulae, and items with fewer than three options are left alone; where there are
several keys, their mean length counts.
Source: Haladyna, Downing & Rodriguez 2002, guideline 24; Pham 2018. The limits were measured on labelled course
items: at 1.25 times and four words, 20 of 21 hits were right.

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
    if not keys or not others or sum(keys) / len(keys) <= limits["ratio"] * max(others):
        return
    plain = words.plain_options
    longest = max((one for one in plain if one.is_key), key=lambda one: one.length, default=None)
    if longest is None or sum(not one.is_key for one in plain) < LEAST - 1:
        return
    if len(longest.text.split()) < limits["words"] or longest.is_mostly_cut or longest.number_and_unit is not None:
        return
    yield RULE.finding(
        at=("options",),
        message=f"the key has {max(keys)} characters, the longest distractor {max(others)}",
        mend="shorten the key, or give the distractors the same detail",
    )


RULE = Rule("OPT006", "longest-key", Severity.INFO, over=Wording, check=check, limits={"ratio": 1.25, "words": 4})
