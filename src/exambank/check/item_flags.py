"""What an item's statistics say against it: each flag with its numbers.

Facility p is the mean score from 0 to 1; discrimination is the correlation of the score with the total less the item
(r_ir), an option's r that of having chosen it with the same; the top are the 27 % with the highest totals.
"""

from collections.abc import Iterator, Mapping
from math import floor, inf

from msgspec import Struct

from exambank.check.flag_limits import BANDS, KEY_CHECK, LIMITS, OPTIMAL


class OptionFigures(Struct, frozen=True):
    """An option in the order of the file: whether it is a key, and what candidates did with it."""

    is_key: bool
    share: float
    r: float | None = None
    top: float | None = None


class ItemFigures(Struct, frozen=True):
    """An item; `chance` is the facility that guessing gives, where it is known."""

    n: int
    facility: float
    discrimination: float | None = None
    chance: float | None = None
    options: tuple[OptionFigures, ...] = ()


class Flag(Struct, frozen=True):
    """What is said, and the mend; `option` is the distractor that it is about, counted from 0.

    `kind` is key-check, facility, discrimination or distractor.
    """

    kind: str
    message: str
    mend: str
    option: int | None = None


def flags(item: ItemFigures, limits: Mapping[str, float] = LIMITS) -> Iterator[Flag]:
    """All flags of an item. What KEY-CHECK says already is not said again."""
    doubts = list(key_doubts(item, limits))
    if doubts:
        yield Flag(
            KEY_CHECK,
            f"KEY-CHECK ({item.n} candidates): {'; '.join(doubts)}",
            "have somebody who knows the subject look at the key; if it is wrong, mend it and score anew",
        )
    if item.n >= limits["n_facility"]:
        yield from facility_flags(item, limits)
    if item.n >= limits["n_discrimination"]:
        yield from discrimination_flags(item, limits)
        yield from distractor_flags(item, limits)


def key_doubts(item: ItemFigures, limits: Mapping[str, float] = LIMITS) -> Iterator[str]:
    """The conditions of KEY-CHECK that hold, in words; options are called by their places."""
    if item.n >= limits["n_discrimination"]:
        if item.discrimination is not None and item.discrimination < 0:
            yield f"corrected discrimination {shown(item.discrimination)} is below 0"
        for number, option in enumerate(item.options, 1):
            if not option.is_key:
                yield from _rivalries(number, option, item, limits)
    if item.n >= limits["n_facility"] and is_below_chance(item):
        yield f"facility {shown(item.facility)} is below chance ({shown(item.chance or 0)})"


def _rivalries(number: int, option: OptionFigures, item: ItemFigures, limits: Mapping[str, float]) -> Iterator[str]:
    """Why a distractor may be a key; of several keys the weakest counts, since that one may be wrong."""
    least_top = min((key.top for key in item.options if key.is_key and key.top is not None), default=None)
    if option.r is not None and option.r > least_key_r(item):
        yield f"r of option {number} is {shown(option.r)}, above the key's {shown(least_key_r(item))}"
    elif option.r is not None and is_rival(option, limits):
        yield f"r of option {number} is {shown(option.r)}, and {shown(option.share)} of candidates choose it"
    if option.top is not None and least_top is not None and option.top > least_top:
        yield f"of the top 27 % {shown(option.top)} choose option {number}, {shown(least_top)} the key"


def is_rival(option: OptionFigures, limits: Mapping[str, float] = LIMITS) -> bool:
    """Whether many choose an option, and rather those who know."""
    return option.r is not None and option.r > limits["rival"] and option.share >= limits["distractor"]


def least_key_r(item: ItemFigures) -> float:
    """The r of the weakest key; infinite where none is known."""
    return min((option.r for option in item.options if option.is_key and option.r is not None), default=inf)


def is_below_chance(item: ItemFigures) -> bool:
    """Whether who guesses does better; chance is cut to two decimals, as a third may be written 0.33."""
    return item.chance is not None and item.facility < floor(item.chance * 100) / 100


def facility_flags(item: ItemFigures, limits: Mapping[str, float] = LIMITS) -> Iterator[Flag]:
    """Too easy, or too hard; the latter not where KEY-CHECK says that chance does better."""
    wanted = f"{OPTIMAL[0]:g} to {OPTIMAL[1]:g} is wanted"
    if item.facility >= limits["easy"]:
        yield Flag(
            "facility",
            f"facility {shown(item.facility)} ({item.n} candidates) is {limits['easy']:g} or more: too easy; {wanted}",
            "ask for more, or make the distractors likelier",
        )
    elif item.facility <= limits["hard"] and not is_below_chance(item):
        yield Flag(
            "facility",
            f"facility {shown(item.facility)} ({item.n} candidates) is {limits['hard']:g} or less: too hard; {wanted}",
            "look whether the item is clear and its subject is taught, and ask for less",
        )


def discrimination_flags(item: ItemFigures, limits: Mapping[str, float] = LIMITS) -> Iterator[Flag]:
    """Too low a correlation; one below 0 is KEY-CHECK's."""
    r = item.discrimination
    if r is not None and 0 <= r <= limits["discrimination"]:
        yield Flag(
            "discrimination",
            f"corrected discrimination {shown(r)} ({item.n} candidates) is {band(r)}: "
            f"over {limits['discrimination']:g} is wanted",
            "look for what misleads those who know, or helps those who do not",
        )


def band(r: float) -> str:
    """What a discrimination is called."""
    return next((name for least, name in BANDS if r >= least), "negative")


def least_share(facility: float, limits: Mapping[str, float] = LIMITS) -> float:
    """The share of candidates from which on a distractor functions.

    On easy items few are left to choose one, so it is scaled by 1 - p, such that there is no jump.
    """
    if facility <= limits["scaled"]:
        return limits["distractor"]
    return round(limits["distractor"] * (1 - facility) / (1 - limits["scaled"]), 9)


def distractor_flags(item: ItemFigures, limits: Mapping[str, float] = LIMITS) -> Iterator[Flag]:
    """Distractors that too few choose, or those who know rather than those who do not."""
    least = least_share(item.facility, limits)
    for place, option in enumerate(item.options):
        if option.is_key:
            continue
        if option.share < least:
            scaled = f", scaled for facility {shown(item.facility)}" if least < limits["distractor"] else ""
            yield Flag(
                "distractor",
                f"{shown(option.share)} of {item.n} candidates choose option {place + 1}, "
                f"fewer than {shown(least)}{scaled}",
                "write one that is likely to those who do not know, or leave it out",
                place,
            )
        elif option.r is not None and 0 < option.r <= least_key_r(item) and not is_rival(option, limits):
            yield Flag(
                "distractor",
                f"r of option {place + 1} is {shown(option.r)} ({item.n} candidates): it draws those who know",
                "look whether it is right under some reading, and reword it",
                place,
            )


def shown(value: float) -> str:
    """A share or a correlation with up to three decimals."""
    return f"{round(value, 3):g}"
