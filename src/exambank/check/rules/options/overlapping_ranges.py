"""OPT012 overlapping-ranges: two options that are ranges share numbers, or a number lies within another's range.

Why: if the wider one is right, so is the narrower in part, and both can be argued for. Ranges that meet at an end are
left alone, as are those that all start at one end where the question asks for the least or the most.
Source: Haladyna, Downing & Rodriguez 2002, guideline 22.

Bad:
    - [x] 10 to 20 days
    - [ ] 15 to 30 days
    - [ ] 30 to 60 days
Good:
    - [x] 10 to 20 days
    - [ ] 20 to 30 days
    - [ ] 30 to 60 days
"""

from collections.abc import Iterator

from exambank.check.number_ranges import Range, range_of
from exambank.check.rule import Rule
from exambank.check.wording import APART, OptionWords, Wording
from exambank.finding import Fault, Severity


def check(words: Wording) -> Iterator[Fault]:
    """The first two options that overlap."""
    if len(words.options) < 2 or not all(any(map(str.isdigit, one.text)) for one in words.options[:2]):
        return
    ranges = [(one, found) for one in words.plain_options if (found := _range(one, words)) is not None]
    if len(ranges) < len(words.plain_options) or len({unit for _, (_, _, unit) in ranges}) > 1:
        return
    if all(low == high for _, (low, high, _) in ranges) or _is_cumulative([found for _, found in ranges], words):
        return
    for at, (one, (low, high, _)) in enumerate(ranges):
        for other, (other_low, other_high, _) in ranges[at + 1 :]:
            if max(low, other_low) < min(high, other_high) or (
                (low == high or other_low == other_high) and max(low, other_low) == min(high, other_high)
            ):
                yield RULE.finding(
                    at=("options", other.number, "text"),
                    message=f"the range of option {other.number + 1} overlaps that of option {one.number + 1}",
                    mend="let the ranges meet, or keep them apart",
                )
                return


def _range(option: OptionWords, words: Wording) -> Range | None:
    """The range that an option is, or the one number."""
    found = range_of(option.text, words.pack)
    if found is None and (number := option.number_and_unit) is not None:
        return number[0], number[0], number[1].strip(" .%$€£")
    return found


def _is_cumulative(ranges: list[Range], words: Wording) -> bool:
    """Whether all start, or all end, at one place, and the question asks for a bound."""
    is_one_end = len({low for low, _, _ in ranges}) == 1 or len({high for _, high, _ in ranges}) == 1
    asked = words.lead_in.lower().translate(APART).split()
    return is_one_end and words.pack is not None and not words.pack.options.bound_words.isdisjoint(asked)


RULE = Rule("OPT012", "overlapping-ranges", Severity.INFO, over=Wording, check=check, is_preview=True)
