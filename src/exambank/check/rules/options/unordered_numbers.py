"""OPT011 unordered-numbers: options that are numbers or dates do not rise or fall.

Why: a candidate who has computed an answer looks it up; in disorder the place of a number may tell. All or none of
the above come last. Numbers of several units, versions, bases and other names are left alone. Where the options are
shuffled the target shows them in disorder all the same: `shuffle: false` keeps their order.
Source: Haladyna, Downing & Rodriguez 2002, guideline 21. Of 31 hits on labelled items 30 were right.

Bad:
    - [x] 12 %
    - [ ] 6 %
    - [ ] 37 %
Good:
    - [ ] 6 %
    - [x] 12 %
    - [ ] 37 %
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.wording import DIGIT, OptionWords, Wording
from exambank.check.written_dates import KINDS, date_of
from exambank.finding import Fault, FieldFix, Severity

LEAST = 3  # numbers; two are in order either way


def check(words: Wording) -> Iterator[Fault]:
    """The options that are numbers of one unit, and where special ones stand."""
    if len(words.options) < LEAST or DIGIT.search(words.options[0].text + words.options[1].text) is None:
        return
    plain = words.plain_options
    values = [_value(one) for one in plain]
    if len(plain) < LEAST or any(value is None for value in values):
        return
    found = [value for value in values if value is not None]
    if len({unit for _, unit in found}) > 1 or (words.pack and words.vocabulary & words.pack.options.label_words):
        return
    numbers = [number for number, _ in found]
    last = [one.number for one in words.options if one not in plain]
    wanted = [one.number for _, one in sorted(zip(numbers, plain, strict=True), key=lambda pair: pair[0])]
    is_sorted = numbers in (sorted(numbers), sorted(numbers, reverse=True))
    if is_sorted and all(at > plain[-1].number for at in last):
        return
    if is_sorted:
        wanted = [one.number for one in plain]
    early = next((at for at in last if at < plain[-1].number), None)
    yield RULE.finding(
        at=("options", early, "text") if is_sorted and early is not None else ("options",),
        message=f"the options are {'dates' if found[0][1] in KINDS else 'numbers'}, and neither rise nor fall"
        if not is_sorted
        else "an option about the others does not stand last",
        mend="put them in order, and set `shuffle: false` to keep it",
        fix=FieldFix("put the options in order", True, ("options", "feedback"), order=tuple(wanted + last)),
    )


def _value(option: OptionWords) -> tuple[float, str] | None:
    months = option.pack.stems.months if option.pack is not None else {}
    return date_of(option.text, months) or option.number_and_unit


RULE = Rule("OPT011", "unordered-numbers", Severity.WARNING, over=Wording, check=check)
