"""How many keys a stem announces: "Choose two", "(Select 3)", "Tick all that apply"; and whether its grammar does."""

import re
from functools import lru_cache

from msgspec import Struct

NUMBERS = {
    word: number for number, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight"], 1)
}
WORD = "|".join([*NUMBERS, "[1-8]"])
VERBS = ("choose", "select", "pick", "mark", "tick", "check")
ASK = r"(?:choose|select|pick|mark|tick)\s+(?:the\s+)?(?:any\s+|exactly\s+)?[*_]{0,3}"  # Markdown's stress
STRESS = r"[*_]{0,3}"
NOUN = r"(?:options?|answers?|choices?|statements?|actions?|steps?|items?|responses?|reasons?|of\b)"
RIGHT = r"(?:correct|right|true|valid|applicable)"
ALL = rf"all{STRESS}\s+(?:(?:of\s+)?(?:the\s+)?(?:ones\s+)?(?:that|which)\s+apply|(?:the\s+)?{RIGHT}(?:\s+{NOUN})?)\b"
BEGIN = r"(?:\A|(?<=[.?!:]\s))[*_]{0,3}"  # of a sentence
LOUD = "|".join(map(str.upper, NUMBERS))
ASKED = re.compile(
    rf"\((?:please\s+)?{ASK}(?:(?P<bracketed>{WORD})\b[^()]*|{ALL}[^()]*|all{STRESS}[.!]?)\)"
    rf"|\b{ASK}(?P<bare>{WORD})\b{STRESS}(?=\s+{NOUN}|\s*[.:!)]|\s*\Z)"
    rf"|\b(?:{ASK}|check\s+){ALL}"
    rf"|{BEGIN}{ASK}(?:(?P<loud>(?-i:{LOUD}))\b{STRESS}|all\b{STRESS}(?=\s*[.:!]|\s*\Z))",
    re.IGNORECASE,
)

CLAUSE = r"(?:that|who|when|where|while|if|because|since|although|unless|how|why|than|as|what|which|whose)"
HELPING = r"(?:are|were|have|do|did|had|can|could|may|might|must|should|would|will)"
OTHERS = r"(?:does|is|was|has|to|of|in|on|at|for|from|with|by)"
WITHIN = rf"(?:(?!(?:{CLAUSE}|{HELPING}|{OTHERS})\b)[\w’'-]+\s+)"  # a word of the question's subject
MANY = r"(?!(?:this|its|gas|lens|news|series|species|always|perhaps|[\w-]*(?:ss|us|is|[’']s))\b)[\w-]+s"
NO_VERB = rf"(?:{CLAUSE}|an?|the|th[ei]se|those|its?|in|on|at|by|to|from|for|with|and|or|not|best|most|\w+(?:s|est))"
THESE = r"of\s+(?:these|those|the)\s+(?:following\s+)?"
PLURAL = re.compile(
    rf"\b(?:which|what)\s+(?:{THESE})?{WITHIN}{{0,6}}?(?:are|were)\b"
    rf"|\bwhich\s+{THESE}(?:[\w-]+\s+)?have\b"
    rf"|\b(?:which|what)\s+{WITHIN}{{0,3}}?{MANY}\s+(?:\w+ly\s+)?{HELPING}\b"
    rf"|\b(?:which|what)\s+(?:(?-i:[A-Z]{{2,}})\s+)?{MANY}\s+(?!{NO_VERB}\b|\w+ly\b|\w+[’'])[a-z]+",
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
    verbs = [verb for verb in VERBS if verb in lowered]
    if not verbs or not any(_is_followed_by_space(verb, lowered) for verb in verbs):
        return None
    for match in ASKED.finditer(stem):
        word = match["bracketed"] or match["bare"] or match["loud"]
        count = None if word is None else NUMBERS.get(word.lower()) or int(word)
        found = Announced(count, match.span())
    return found


def asks_for_several(stem: str) -> bool:
    """Whether the question is in the plural, as "which symptoms may" and "which of these are" are."""
    return PLURAL.search(stem) is not None
