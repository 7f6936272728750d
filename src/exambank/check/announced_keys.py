"""How many keys a stem announces: "Choose two", "(Select 3)", "Which two of these"; and whether its grammar does."""

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

MORE = "|".join([*list(NUMBERS)[1:], "[2-8]"])
OF = rf"(?:of\s+(?:the|these|those)\b|{NOUN})"
LAST = r"(?=[^.?!]*[.?!:…]*\s*(?:\([^()]*\)\s*)?\Z)"  # of the stem's sentences
WHICH = re.compile(  # without a noun that options are called by it may ask for a pair
    rf"\bwh(?:ich|at)\s+{STRESS}(?P<count>{MORE})\b{STRESS}\s+(?:(?P<noun>{OF})|(?-i:[a-z]+s)\b){LAST}",
    re.IGNORECASE,
)
TOLD = re.compile(rf"{BEGIN}{ASK}(?P<count>{MORE})\b{STRESS}\s+(?P<noun>(?-i:[a-z]+s)\b){LAST}", re.IGNORECASE)

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
    """The number that is asked for (None for "all that apply"), and where the stem says so.

    A question (`is_question`: "Which two …", "Choose two metals") may ask for a pair that is one option. It does not
    where it tells of options (`is_of_options`: "Which two of these", "Which two statements"), unless these are pairs.
    """

    count: int | None
    span: tuple[int, int]
    is_question: bool = False
    is_of_options: bool = False


def _is_followed_by_space(verb: str, text: str) -> bool:
    """Whether the verb stands there as in all that ASKED finds: "mark two", and not in "market"."""
    return any(rest[:1].isspace() for rest in text.split(verb)[1:])


@lru_cache(maxsize=4)  # two rules ask of the same stem
def announced_keys(stem: str) -> Announced | None:
    """The last announcement of the stem, where there is one; else its question, where that has a number."""
    found = None
    lowered = stem.lower()
    verbs = [verb for verb in VERBS if verb in lowered]
    if verbs and any(_is_followed_by_space(verb, lowered) for verb in verbs):
        for match in ASKED.finditer(stem):
            word = match["bracketed"] or match["bare"] or match["loud"]
            found = Announced(None if word is None else _number(word), match.span())
        told = TOLD.search(stem)
    else:
        told = None
    if found is None and (asked := told or WHICH.search(stem)) is not None:
        found = Announced(_number(asked["count"]), asked.span(), True, asked["noun"] is not None)
    return found


def _number(word: str) -> int:
    return NUMBERS.get(word.lower()) or int(word)


def asks_for_several(stem: str) -> bool:
    """Whether the question is in the plural, as "which symptoms may" and "which of these are" are."""
    return PLURAL.search(stem) is not None
