"""How many keys a stem announces: "Choose two", "(Select 3)", "Which two of these"; and whether its grammar does."""

from functools import lru_cache

from msgspec import Struct

from exambank.check.language.announcements import Announcements
from exambank.check.language.pack import pack_for


class Announced(Struct, frozen=True):
    """The number that is asked for (None for "all that apply"), and where the stem says so.

    A question (`is_question`: "Which two …", "Choose two metals") may ask for a pair that is one option. It does not
    where it tells of options (`is_of_options`: "Which two of these", "Which two statements"), unless these are pairs.
    """

    count: int | None
    span: tuple[int, int]
    is_question: bool = False
    is_of_options: bool = False


def ways_of(language: str) -> Announcements:
    """The ways of a language; English ones, which many write in any language, where it has no pack."""
    pack = pack_for(language) or pack_for("en")
    if pack is None:
        raise LookupError("English has a pack")
    return pack.announcements


def _is_followed_by_space(verb: str, text: str) -> bool:
    """Whether the verb stands there as in an announcement: "mark two", and not in "market"."""
    return any(rest[:1].isspace() for rest in text.split(verb)[1:])


@lru_cache(maxsize=4)  # two rules ask of the same stem
def announced_keys(stem: str, language: str = "en") -> Announced | None:
    """The last announcement of the stem, where there is one; else its question, where that has a number."""
    ways = ways_of(language)
    found = told = None
    lowered = stem.lower()
    verbs = [verb for verb in ways.verbs if verb in lowered]
    if verbs and any(_is_followed_by_space(verb, lowered) for verb in verbs):
        for match in ways.asked.finditer(stem):
            word = match["bracketed"] or match["bare"] or match["loud"]
            found = Announced(None if word is None else ways.number(word), match.span())
        told = ways.told.search(stem)
    if found is not None or (told is None and ways.asks_number.search(lowered) is None):
        return found
    if (asked := told or ways.which.search(stem)) is not None:
        found = Announced(ways.number(asked["count"]), asked.span(), True, asked["noun"] is not None)
    return found


def asks_for_several(stem: str, language: str = "en") -> bool:
    """Whether the question is in the plural, as "which symptoms may" and "which of these are" are."""
    return ways_of(language).plural.search(stem) is not None
