"""OPT013 mixed-number-form: options that are numbers differ in their units, their decimals, or in being ranges.

Why: a candidate has to convert before he can compare, and the one number that is more exact, or in another form, looks
like the computed one. Quiet where the options are not all numbers, where every one counts something else, on numbers
that are as exact as each other (0.1, 0.01, 0.001), on an open end ("more than 5" after 3, 4, 5), and on versions,
bases and other names.
Source: NBME item-writing guide, numeric options in one form; the two decimals are a proposal.

Bad:
    - [x] 12
    - [ ] 15.25
    - [ ] 18
Good:
    - [x] 12
    - [ ] 15
    - [ ] 18
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from exambank.check.number_ranges import RANGE, range_of
from exambank.check.rule import Rule
from exambank.check.wording import OptionWords, Wording
from exambank.finding import Fault, Severity, quoted

LEAST = 3  # numbers; of two, neither form is the odd one
PAIR = re.compile(r"\d (?:and|und) \d", re.IGNORECASE)  # more often two things than from one to the other
ALIKE = 3  # letters at the beginning from which two units are one word: hour, hours


def check(words: Wording, limits: Mapping[str, float]) -> Iterator[Fault]:
    """What differs first: being a range, the unit, the decimals."""
    options = words.plain_options
    if len(options) < LEAST or not all(any(map(str.isdigit, one.text)) for one in options):
        return
    if words.pack and words.vocabulary & words.pack.options.label_words:
        return
    points = [one for one in options if one.number_and_unit is not None]
    others = [one for one in options if one not in points]
    if any(range_of(one.text, words.pack) is None for one in others):
        return
    closed = [one for one in others if RANGE.fullmatch(one.text) and not PAIR.search(one.text)]
    found = _range_among_points(points, closed) or _other_unit(points) or _other_decimals(points, words, limits)
    if found is not None:
        odd, message, mend = found
        yield RULE.finding(at=("options", odd.number, "text"), message=message, mend=mend)


Difference = tuple[OptionWords, str, str] | None


def _range_among_points(points: Sequence[OptionWords], ranges: Sequence[OptionWords]) -> Difference:
    if not points or not ranges:
        return None
    odd = min(points, ranges, key=len)[0]
    message = f"{len(points)} of the options {_are(points)} a single number, {len(ranges)} {_are(ranges)} a range"
    return odd, message, "write numbers alone, or ranges alone"


def _are(options: Sequence[OptionWords]) -> str:
    return "is" if len(options) == 1 else "are"


def _other_unit(points: Sequence[OptionWords]) -> Difference:
    """The first option without the unit that at least two others share."""
    units = [one.number_and_unit[1] if one.number_and_unit else "" for one in points]
    names: list[str] = []
    for unit in units:
        names.append(next((name for name in names if _is_same(unit, name)), unit))
    common, count = Counter(names).most_common(1)[0] if names else ("", 0)
    odd = next((at for at, name in enumerate(names) if name != common), None)
    if odd is None or count < 2:
        return None
    said = [quoted(name) if name else "no unit" for name in (units[odd], common)]
    return points[odd], f"an option has {said[0]}, and {count} have {said[1]}", "give all numbers in one unit"


def _is_same(unit: str, other: str) -> bool:
    """Whether two units are one, or one and several of it."""
    return unit == other or (len(unit) >= ALIKE and len(other) >= ALIKE and unit[:ALIKE] == other[:ALIKE])


def _other_decimals(points: Sequence[OptionWords], words: Wording, limits: Mapping[str, float]) -> Difference:
    mark = re.escape(words.pack.options.decimal_mark if words.pack else ".")
    digits = [re.search(rf"(\d*){mark}(\d+)(?!.*\d)", one.text) for one in points]
    decimals = [len(match[2]) if match else 0 for match in digits]
    if not decimals or max(decimals) - min(decimals) < limits["decimals"]:
        return None
    exact = {len(re.sub(r"\D", "", one.text).lstrip("0")) for one in points}
    if len(exact) == 1:
        return None
    odd = points[decimals.index(max(decimals))]
    return odd, f"the options have {min(decimals)} to {max(decimals)} decimals", "give all numbers the same decimals"


RULE = Rule(
    "OPT013", "mixed-number-form", Severity.INFO, over=Wording, check=check, limits={"decimals": 2}, is_preview=True
)
