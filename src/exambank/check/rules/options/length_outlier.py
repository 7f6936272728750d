"""OPT007 length-outlier: one distractor is far longer than all other options.

Why: what stands out draws guessers, or is ruled out by those who know tests. In preview, not yet measured.
Source: Haladyna, Downing & Rodriguez 2002, guideline 24.

Bad:
    - [x] Ask for it
    - [ ] Wait until the customer has talked to everybody in the firm
    - [ ] Send a quote
Good:
    - [x] Ask for it
    - [ ] Wait for a call
    - [ ] Send a quote
"""

from collections.abc import Iterator, Mapping

from exambank.check.rule import Rule
from exambank.check.wording import Wording
from exambank.finding import Fault, Severity

LEAST = 3  # options


def check(words: Wording, limits: Mapping[str, float]) -> Iterator[Fault]:
    """The longest option against the next."""
    if len(words.options) < LEAST:
        return
    *_, second, first = sorted(words.options, key=lambda one: one.length)
    if first.is_key or first.is_mostly_cut or first.length <= limits["characters"]:
        return
    if first.length > limits["ratio"] * second.length:
        yield RULE.finding(
            at=("options", first.number, "text"),
            message=f"option {first.number + 1} has {first.length} characters, the next longest {second.length}",
            mend="bring the options to like lengths",
        )


RULE = Rule(
    "OPT007", "length-outlier", Severity.INFO, over=Wording, check=check,
    limits={"ratio": 2, "characters": 25}, is_preview=True,
)  # fmt: skip
