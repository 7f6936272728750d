"""How many options are to be chosen, in English: "Choose two", "(Select 3)", "Which two of these"."""

import re

from exambank.check.expression import expression
from exambank.check.language.announcements import Announcements

NUMBERS = {
    word: number for number, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight"], 1)
}
WORD = "|".join([*NUMBERS, "[1-8]"])
ASK = r"(?:choose|select|pick|mark|tick)\s+(?:the\s+)?(?:any\s+|exactly\s+)?[*_]{0,3}"  # Markdown's stress
STRESS = r"[*_]{0,3}"
NOUN = r"(?:options?|answers?|choices?|statements?|actions?|steps?|items?|responses?|reasons?|of\b)"
RIGHT = r"(?:correct|right|true|valid|applicable)"
ALL = rf"all{STRESS}\s+(?:(?:of\s+)?(?:the\s+)?(?:ones\s+)?(?:that|which)\s+apply|(?:the\s+)?{RIGHT}(?:\s+{NOUN})?)\b"
BEGIN = r"(?:\A|(?<=[.?!:]\s))[*_]{0,3}"  # of a sentence
LOUD = "|".join(map(str.upper, NUMBERS))
ASKED = expression(
    rf"\((?:please\s+)?{ASK}(?:(?P<bracketed>{WORD})\b[^()]*|{ALL}[^()]*|all{STRESS}[.!]?)\)"
    rf"|\b{ASK}(?P<bare>{WORD})\b{STRESS}(?=\s+{NOUN}|\s*[.:!)]|\s*\Z)"
    rf"|\b(?:{ASK}|check\s+){ALL}"
    rf"|{BEGIN}{ASK}(?:(?P<loud>(?-i:{LOUD}))\b{STRESS}|all\b{STRESS}(?=\s*[.:!]|\s*\Z))",
    re.IGNORECASE,
)

MORE = "|".join([*list(NUMBERS)[1:], "[2-8]"])
OF = rf"(?:of\s+(?:the|these|those)\b|{NOUN})"
LAST = r"(?=[^.?!]*[.?!:…]*\s*(?:\([^()]*\)\s*)?\Z)"  # of the stem's sentences
WHICH = expression(  # without a noun that options are called by it may ask for a pair
    rf"\bwh(?:ich|at)\s+{STRESS}(?P<count>{MORE})\b{STRESS}\s+(?:(?P<noun>{OF})|(?-i:[a-z]+s)\b){LAST}",
    re.IGNORECASE,
)
TOLD = expression(rf"{BEGIN}{ASK}(?P<count>{MORE})\b{STRESS}\s+(?P<noun>(?-i:[a-z]+s)\b){LAST}", re.IGNORECASE)

CLAUSE = r"(?:that|who|when|where|while|if|because|since|although|unless|how|why|than|as|what|which|whose)"
HELPING = r"(?:are|were|have|do|did|had|can|could|may|might|must|should|would|will)"
OTHERS = r"(?:does|is|was|has|to|of|in|on|at|for|from|with|by)"
WITHIN = rf"(?:(?!(?:{CLAUSE}|{HELPING}|{OTHERS})\b)[\w’'-]+\s+)"  # a word of the question's subject
MANY = r"(?!(?:does|was|has|this|its|gas|lens|news|series|species|always|perhaps|[\w-]*(?:ss|us|is|[’']s))\b)[\w-]+s"
NO_VERB = rf"(?:{CLAUSE}|an?|the|th[ei]se|those|its?|in|on|at|by|to|from|for|with|and|or|not|best|most|\w+(?:s|est))"
THESE = r"of\s+(?:these|those|the)\s+(?:following\s+)?"
PLURAL = expression(
    rf"\b(?:which|what)\s+(?:{THESE})?{WITHIN}{{0,6}}?(?:are|were)\b"
    rf"|\bwhich\s+{THESE}(?:[\w-]+\s+)?have\b"
    rf"|\b(?:which|what)\s+{WITHIN}{{0,3}}?{MANY}\s+(?:\w+ly\s+)?{HELPING}\b"
    rf"|\b(?:which|what)\s+(?:(?-i:[A-Z]{{2,}})\s+)?{MANY}\s+(?!{NO_VERB}\b|\w+ly\b|\w+[’'])[a-z]+",
    re.IGNORECASE,
)

COUNT = r"(?:two|three|four|five|[2-5])"
ANNOUNCEMENTS = Announcements(
    numbers=NUMBERS,
    count_words=frozenset([*NUMBERS, *"12345678", "all"]),
    asks_number=expression(rf"wh(?:ich|at)\s+{STRESS}(?:{MORE})\b"),
    verbs=("choose", "select", "pick", "mark", "tick", "check"),
    asked=ASKED,
    told=TOLD,
    which=WHICH,
    said=expression(
        rf"\b(?:which|what|name|are)\b[^.?!]*\b(?:{COUNT}|all)\b|(?:\A|[.?!:]\s+){ASK}{COUNT}\b", re.IGNORECASE
    ),
    plural=PLURAL,
    pairs=expression(  # "iron and tin", "iron–tin", "BC"
        r"[,;&+/–—-]|\b(?:and|both|or|to|with|versus|vs)\b|(?-i:^[A-H1-9]{2,}$)", re.IGNORECASE
    ),
    wording="(Choose {}.)",
)
