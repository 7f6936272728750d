"""How many keys a stem announces: "Choose two", "(Select 3)", "all that apply"."""

import re
from functools import lru_cache

from msgspec import Struct

NUMBERS = {
    word: number for number, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight"], 1)
}
WORD = "|".join([*NUMBERS, "[1-8]"])
VERBS = ("choose", "select", "pick", "mark")
ASK = rf"(?:{'|'.join(VERBS)})\s+(?:the\s+)?(?:any\s+|exactly\s+)?"
NOUN = r"(?:options?|answers?|choices?|statements?|actions?|steps?|items?|responses?|reasons?|of\b)"
ASKED = re.compile(
    rf"\((?:please\s+)?{ASK}(?:(?P<bracketed>{WORD})|all that apply)\b[^()]*\)"
    rf"|\b{ASK}(?P<bare>{WORD})(?=\s+{NOUN}|\s*[.:!)]|\s*$)"
    rf"|\b{ASK}all that apply\b",
    re.IGNORECASE,
)


class Announced(Struct, frozen=True):
    """The number that is asked for (None for "all that apply"), and where the stem says so."""

    count: int | None
    span: tuple[int, int]


def _is_followed_by_space(verb: str, text: str) -> bool:
    """Whether the verb stands there as in all that ASKED finds: "mark two", and not in "market"."""
    return any(rest[:1].isspace() for rest in text.split(verb)[1:])


@lru_cache(maxsize=4)  # two rules ask of the same stem
def announced_keys(stem: str) -> Announced | None:
    """The last announcement of the stem, where there is one."""
    found = None
    lowered = stem.lower()
    if not any(verb in lowered and _is_followed_by_space(verb, lowered) for verb in VERBS):
        return None
    for match in ASKED.finditer(stem):
        word = match["bracketed"] or match["bare"]
        count = None if word is None else NUMBERS.get(word.lower()) or int(word)
        found = Announced(count, match.span())
    return found
