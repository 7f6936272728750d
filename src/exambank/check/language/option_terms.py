"""What the rules on options have to know of a language."""

import re

from msgspec import Struct


class OptionTerms(Struct, frozen=True):
    """Words and patterns for options; sets hold words in small letters and are asked before any pattern.

    `all_words` and `none_words` are those that "all of the above" and "none of the above" can begin with.
    `absolutes` allow no exception; `not_absolute` finds such words where they are denied or count something.
    `label_words` are in items whose numbers are names: versions, bases, sections. `fillers` match a whole option
    that says nothing, and hold one of `filler_words`; `yes_no` matches the beginning of one that answers yes or no,
    as the group `word`. `opposites` are pairs of words. `progressive` and `infinitive` match an option that begins in
    that form. `range_words` open a range, as the group `less` or `more`; `bound_words` ask for its end,
    `quantity_words` for a number. `decimal_mark` parts a number's fraction. `abbreviations`, given without it, end in
    a full stop that ends no sentence; `subjects` are pronouns that a sentence begins with. Where `are_nouns_capital`,
    a capital at the beginning tells nothing.
    """

    all_words: frozenset[str]
    none_words: frozenset[str]
    absolutes: frozenset[str]
    not_absolute: re.Pattern[str]
    vague: frozenset[str]
    label_words: frozenset[str]
    fillers: re.Pattern[str]
    filler_words: frozenset[str]
    yes_no: re.Pattern[str]
    opposites: tuple[tuple[str, str], ...]
    progressive: re.Pattern[str] | None
    infinitive: re.Pattern[str] | None
    range_words: re.Pattern[str]
    bound_words: frozenset[str]
    quantity_words: re.Pattern[str]
    decimal_mark: str
    abbreviations: frozenset[str]
    subjects: frozenset[str]
    are_nouns_capital: bool = False


def pairs(text: str) -> tuple[tuple[str, str], ...]:
    """The pairs of a list such as `up/down in/out`."""
    found = [one.partition("/") for one in text.split()]
    return tuple((first, second) for first, _, second in found)
