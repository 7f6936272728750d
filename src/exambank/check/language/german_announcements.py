"""How many options are to be chosen, in German: "Wählen Sie zwei", "(Kreuzen Sie 3 an.)", "Welche zwei der …"."""

import re

from exambank.check.expression import expression
from exambank.check.language.announcements import Announcements

NUMBERS = {"eine": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8}
WORD = "|".join([*NUMBERS, "[1-8]"])
MORE = "|".join([*list(NUMBERS)[1:], "[2-8]"])
STRESS = r"[*_]{0,3}"  # Markdown's
VERBS = (
    *("wählen sie", "markieren sie", "kreuzen sie"),
    *("wähle", "wählt", "markiere", "markiert", "kreuze", "kreuzt"),
)
ASK = rf"(?:{'|'.join(VERBS)})\s+(?:bitte\s+)?(?:die\s+)?(?:genau\s+)?{STRESS}"
NOUN = (
    r"(?:Antworten?|Antwortmöglichkeiten|Optionen?|Aussagen?|Möglichkeiten|Lösungen|Schritte|Gründe"
    r"|der\b|dieser\b|von\b|aus\b|an\b)"
)
KIND = r"(?:(?:richtige|korrekte|zutreffende|passende)n?\s+)?"
RIGHT = r"(?:richtigen|korrekten|zutreffenden|passenden)"
ALL = rf"(?:alle{STRESS}\s+{RIGHT}(?:\s+{NOUN})?|alles\s+Zutreffende)"
LAST = r"(?=[^.?!]*[.?!:…]*\s*(?:\([^()]*\)\s*)?\Z)"  # of the stem's sentences
BEGIN = r"(?:\A|(?<=[.?!:]\s))[*_]{0,3}"  # of a sentence
OF = r"(?:der|dieser|von|Antworten|Antwortmöglichkeiten|Optionen|Aussagen|Möglichkeiten)\b"
HELPING = (
    r"(?:sind|waren|haben|hatten|werden|wurden|können|müssen|sollen|sollten|dürfen|treffen|gehören|gelten|zählen"
    r"|passen|stehen|führen|helfen|entstehen)"
)
ANNOUNCEMENTS = Announcements(
    numbers=NUMBERS,
    count_words=frozenset([*NUMBERS, *"12345678", "alle", "alles"]),
    asks_number=expression(rf"welche\s+{STRESS}(?:{MORE})\b"),
    verbs=(*VERBS, *(f"({word}" for word in NUMBERS), *(f"({number}" for number in range(1, 9))),
    asked=expression(
        rf"\((?:bitte\s+)?{ASK}(?:(?P<bracketed>{WORD})\b[^()]*|{ALL}[^()]*)\)"
        rf"|\b{ASK}(?P<bare>{WORD})\b{STRESS}(?=\s+{KIND}{NOUN}|\s*[.:!)]|\s*\Z)"
        rf"|\b{ASK}{ALL}"
        rf"|\((?P<loud>{WORD})\s+{KIND}(?:Antworten|Optionen|Aussagen|Lösungen)\b[^()]*\)",
        re.IGNORECASE,
    ),
    told=expression(rf"{BEGIN}{ASK}(?P<count>{MORE})\b{STRESS}\s+(?P<noun>(?-i:[A-ZÄÖÜ]\w+)){LAST}", re.IGNORECASE),
    which=expression(
        rf"\bwelche\s+{STRESS}(?P<count>{MORE})\b{STRESS}\s+(?:(?P<noun>{OF})|(?-i:[A-ZÄÖÜ]\w+)){LAST}", re.IGNORECASE
    ),
    said=expression(
        rf"\b(?:welche|was|nennen|nenne)\b[^.?!]*\b(?:{MORE}|alle)\b|\b(?:{MORE}|mehrere)\s+(?:sind|{KIND}{NOUN})"
        r"|\bMehrfach(?:auswahl|nennung|antwort)",
        re.IGNORECASE,
    ),
    plural=expression(
        rf"\bwelche[nr]?\s+(?:(?!(?:ist|war|hat|wird|kann|muss|soll|darf|die|das|dass|wenn)\b)[\w-]+\s+){{0,6}}?{HELPING}\b",
        re.IGNORECASE,
    ),
    pairs=expression(r"[,;&+/–—-]|\b(?:und|beide|oder|mit|bis)\b|(?-i:^[A-H1-9]{2,}$)", re.IGNORECASE),
    wording="(Wählen Sie {}.)",
)
