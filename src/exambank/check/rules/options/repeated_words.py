"""OPT014 repeated-words: every option begins with the same words.

Why: candidates read them again and again; they belong in the stem. Options with code or formulae are left alone, as is
what somebody is to say or type, in quotation marks.
Source: Tarrant 2006; Haladyna, Downing & Rodriguez 2002, on what belongs in the stem.

Bad:
    - [x] The rep should first ask for the budget
    - [ ] The rep should first send a quote
    - [ ] The rep should first wait
Good:
    - [x] Ask for the budget
    - [ ] Send a quote
    - [ ] Wait
"""

from collections.abc import Iterator, Mapping

from exambank.check.rule import Rule
from exambank.check.wording import CUT, Wording
from exambank.finding import Fault, Severity, quoted

LEAST = 3  # options
QUOTES = frozenset("\"“„«‘'")


def check(words: Wording, limits: Mapping[str, float]) -> Iterator[Fault]:
    """The words that all options begin with."""
    options = words.plain_options
    if len(options) < LEAST or options[0].text[:4] != options[1].text[:4] or any(CUT in one.text for one in options):
        return
    if all(one.option.text.source[:1] in QUOTES for one in options):
        return
    lists = [one.text.split() for one in options]
    count = 0
    for column in zip(*lists, strict=False):
        if len(set(column)) > 1:
            break
        count += 1
    if count >= limits["words"]:
        yield RULE.finding(
            at=("options", options[0].number, "text"),
            message=f"every option begins with {quoted(' '.join(lists[0][:count]))}",
            mend="end the stem with these words, and leave them out of the options",
        )


RULE = Rule("OPT014", "repeated-words", Severity.INFO, over=Wording, check=check, limits={"words": 3})
