"""STM007 unused-number: the stem gives a number that neither the rationale nor an option works with.

Why: what is not needed must be sorted out by everybody; where sorting it out is what is asked for, the rationale should
say why it is left aside. Found only where the rationale works with numbers, and it, feedback or options with at least 2
others of the stem. A number counts as used as a percentage, too: 0.1 for 10. Quiet on years, dates, times, versions,
numbers within names ("S3", "4-digit") and those after a capitalised word ("Step 3").
Source: Haladyna, Downing & Rodriguez (2002), guideline 16. That 2 others must be used is a proposal.

Bad:
    A team of 12 closes 40 of 200 deals. What is its win rate?

    - [x] 20%
    - [ ] 5%
    - [ ] 80%

    ## Rationale

    40 / 200 = 20%
Good:
    A team closes 40 of 200 deals. What is its win rate?

    - [x] 20%
    - [ ] 5%
    - [ ] 80%

    ## Rationale

    40 / 200 = 20%
"""

import re
from collections.abc import Iterator, Mapping

from exambank.check.language.pack import LanguagePack
from exambank.check.rule import Rule
from exambank.check.wording import ANNOUNCEMENT, Wording, span_of
from exambank.finding import Fault, Severity, plural

NUMBER = re.compile(r"(?<![\w.,#/:-])\d+(?:[.,]\d+)*(?![\w/:-]|[.,]\d)")
ANY_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
THOUSANDS = re.compile(r"[.,](?=\d{3}(?:\D|\Z))")
DIGIT = re.compile(r"[0-9]")
WELL_FORMED = re.compile(r"\d+(?:[.,]\d+)?|\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")  # no version
LAST_DAY = 31
YEAR = re.compile(r"(?:1[89]|20)\d\d")
LABELLED = re.compile(r"(?<![.?!:])\s[A-Z][\w-]*\s\Z")  # "Step 3" within a sentence


def check(words: Wording, limits: Mapping[str, float]) -> Iterator[Fault]:
    """The first number that is not used, where others are."""
    rationale = words.item.rationale
    pack = words.pack
    if pack is None or rationale is None or DIGIT.search(rationale.source) is None or DIGIT.search(words.stem) is None:
        return
    stem = ANNOUNCEMENT.sub("", words.stem)
    given = {match[0]: value(match[0]) for match in NUMBER.finditer(stem) if not _is_label(stem, match, pack)}
    texts = [rationale.source, words.notes, *(option.option.text.source for option in words.options)]
    found = {value(number) for text in texts for number in ANY_NUMBER.findall(text)}
    unused = [number for number, worth in given.items() if found.isdisjoint((worth, worth / 100, worth * 100))]
    used = len(given) - len(unused)
    if unused and used >= limits["used"]:
        yield RULE.finding(
            at=("stem",),
            span=span_of(words.item.stem, unused[0]),
            message=f"nothing works with {unused[0]}; {plural(used, 'other number')} of the stem are used",
            mend="leave it out, or say in the rationale why it does not matter",
        )


def value(number: str) -> float:
    """What a number is worth, separators of thousands aside."""
    digits = THOUSANDS.sub("", number).replace(",", ".")
    whole, _, rest = digits.partition(".")
    return float(f"{whole}.{rest.replace('.', '')}")


def _is_label(stem: str, match: re.Match[str], pack: LanguagePack) -> bool:
    """Whether it counts nothing: a year, a day of a month, the number of a step."""
    if WELL_FORMED.fullmatch(match[0]) is None:
        return True
    before, after = stem[: match.start()], stem[match.end() :]
    if YEAR.fullmatch(match[0]) or LABELLED.search(before):
        return True
    near = [*before.split()[-1:], *after.lstrip(".").split()[:1]]
    return value(match[0]) <= LAST_DAY and any(word.strip(".,").lower() in pack.stems.months for word in near)


RULE = Rule(
    "STM007",
    "unused-number",
    Severity.INFO,
    over=Wording,
    check=check,
    limits={"used": 2},
    is_preview=True,
    needs_language=True,
)
