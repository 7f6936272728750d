"""OPT007 length-outlier: one distractor is far longer than all other options.

Why: what stands out draws guessers, or is ruled out by those who know tests. A name is as long as it is: quiet on an
option that is one, with a capital on all its telling words but one at most, and no comma (in languages that write nouns
small).
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
from exambank.check.wording import OptionWords, Wording
from exambank.finding import Fault, Severity

LEAST = 3  # options
TELLING = 3  # letters; "of" and "in" are small in names too


def check(words: Wording, limits: Mapping[str, float]) -> Iterator[Fault]:
    """The longest option against the next."""
    if len(words.options) < LEAST:
        return
    *_, second, first = sorted(words.options, key=lambda one: one.length)
    if first.is_key or first.is_mostly_cut or first.length <= limits["characters"]:
        return
    if first.length > limits["ratio"] * second.length and not _is_name(first):
        yield RULE.finding(
            at=("options", first.number, "text"),
            message=f"option {first.number + 1} has {first.length} characters, the next longest {second.length}",
            mend="bring the options to like lengths",
        )


def _is_name(option: OptionWords) -> bool:
    """Whether it is a title or a product's name, as its capitals show."""
    pack, text = option.pack, option.text.strip()
    if pack is None or pack.options.are_nouns_capital or "," in text or not text[:1].isupper():
        return False
    telling = [word for word in option.words if len(word) >= TELLING and word.lower() not in pack.stop_words]
    small = sum(word.islower() for word in telling)
    return small <= 1 and len(telling) - small > small + 1  # the first word has a capital in any case


RULE = Rule(
    "OPT007", "length-outlier", Severity.INFO, over=Wording, check=check,
    limits={"ratio": 2, "characters": 25}, is_preview=True,
)  # fmt: skip
