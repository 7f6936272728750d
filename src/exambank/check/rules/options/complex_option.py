"""OPT005 complex-option: an option joins others, or numbered statements, by their letters or numbers.

Why: such items ask for bookkeeping, and knowing one statement often decides. Numbers count only where the stem
numbers its statements, and letters without such statements only where they name other options: "B, D, F" among four
options is a chord.
Source: Haladyna, Downing & Rodriguez 2002, guideline 9 (type K); Tarrant 2006.

Bad:
    I. Budget
    II. Authority
    III. Weather

    Which come first?

    - [x] I and II
    - [ ] I and III
    - [ ] II and III
Good:
    Which come first? (Choose two.)

    - [x] Budget
    - [x] Authority
    - [ ] Weather
"""

import re
from collections.abc import Iterator

from exambank.check.option_letters import are_of_options, place_of
from exambank.check.rule import Rule
from exambank.check.wording import OptionWords, Wording
from exambank.finding import Fault, Severity

LONGEST = 40  # characters of an option that joins labels and says no more
STATEMENTS = re.compile(r"(?:^|\s)\(?(?:1|I|i|A|a)[.):].*?\s\(?(?:2|II|ii|B|b)[.):]", re.DOTALL)
LETTER = re.compile(r"(?<!\w)[A-H](?!\w)")


def check(words: Wording) -> Iterator[Fault]:
    """The first such option; how many there are is said."""
    pack = words.pack
    if pack is None or not words.options:
        return
    options = [one for one in words.options if len(one.text) <= LONGEST]
    short = [one for one in options if one.text[:1] not in one.lowered[:1]]
    short += [one for one in options if one.text[:1] in one.lowered[:1] and _may_end_in_label(one.text)]
    if not short:
        return
    joined = [one for one in short if pack.combined.fullmatch(one.text.strip())]
    if not joined:
        return
    has_statements = STATEMENTS.search(words.item.stem.source) is not None
    if not has_statements:
        joined = [one for one in joined if _names_options(one, len(words.options))]
    if joined:
        yield RULE.finding(
            at=("options", joined[0].number, "text"),
            message=f"{len(joined)} of {len(words.options)} options join others by letter or number",
            mend="ask for several keys, or for one statement at a time",
        )


def _may_end_in_label(text: str) -> bool:
    return text[:1].isdigit() or text[-2:-1] == " "


def _names_options(option: OptionWords, count: int) -> bool:
    """Whether its letters are those of other options."""
    letters = LETTER.findall(option.text)
    if len(letters) < 2:
        return " only" in option.lowered
    return are_of_options(letters, count) and option.number not in map(place_of, letters)


RULE = Rule("OPT005", "complex-option", Severity.INFO, over=Wording, check=check, needs_language=True, is_preview=True)
