"""German."""

import re

from exambank.check.expression import expression
from exambank.check.language.german_announcements import ANNOUNCEMENTS
from exambank.check.language.german_options import OPTIONS
from exambank.check.language.german_stems import STEMS
from exambank.check.language.pack import LanguagePack, words_of

ANSWERS = r"(?:Antwort(?:en)?|Option(?:en)?|Aussagen?|Alternativen?)"
STOP_WORDS = """
aber alle allem allen aller alles also andere anderen auch außer bevor beim bereits dabei dadurch dafür dagegen
damit danach dann darauf darum dass davon dazu dein deine denen denn deren dessen diese diesem diesen dieser dieses
doch dort durch eben ebenso eigene eine einem einen einer eines einige erst etwas euer falls fast gegen gewesen
haben hatte hier hinter ihre ihrem ihren ihrer immer indem jede jedem jeden jeder jedes jedoch jene jetzt kann kein
keine keinen können machen mehr mein meine mich mindestens muss müssen nach nachdem neben nicht nichts noch oben
oder ohne schon sehr sein seine seinem seinen seiner seit sich sind sobald sodass solche sollen sollte sondern sonst
soweit über unter viel viele vielleicht vom von wann warum weil weiter welche welchem welchen welcher welches wenn
werden wird wieder wollen worden wurde wurden zum zur zwar zwischen
"""
PACK = LanguagePack(
    nouns_are_capital=True,
    code="de",
    stop_words=frozenset(STOP_WORDS.split()),
    suffixes=(
        "ungen",
        "ung",
        "ieren",
        "lichen",
        "liche",
        "lich",
        "ern",
        "em",
        "en",
        "er",
        "es",
        "st",
        "e",
        "n",
        "s",
        "t",
    ),
    stems=STEMS,
    options=OPTIONS,
    announcements=ANNOUNCEMENTS,
    all_of_above=expression(
        rf"(?:alle|beide|sämtliche)(?: der)? (?:oben )?(?:genannten|obigen|diese[rn]?|vorstehenden)(?: {ANSWERS})?[.!]?"
        rf"|alle {ANSWERS} (?:sind|treffen) (?:richtig|zu)[.!]?",
        re.IGNORECASE,
    ),
    none_of_above=expression(
        rf"keine?(?:r|s|n|m)?(?: (?:der|von den|dieser|diese[rn]?))? ?(?:oben )?(?:genannten|obigen"
        rf"|{ANSWERS})(?: {ANSWERS})?"
        r"(?: (?:ist|sind|trifft|treffen) (?:richtig|zu))?[.!]?",
        re.IGNORECASE,
    ),
    combined=expression(
        r"(?:[Nn]ur |[Ss]owohl )?(?:(?:[A-F]|[1-6]|I{1,3}|IV|VI?)(?:, ?| und | oder | als auch ))+(?:[A-F]|[1-6]|I{1,3}"
        r"|IV|VI?)"
        r"(?: sind richtig)?[.!]?|[Nn]ur (?:I{1,3}|IV|VI?)[.!]?"
    ),
    truth_words=frozenset({"wahr", "falsch", "richtig", "ja", "nein"}),
    letter_reference=expression(
        r"\b(?:Antwort(?:en)?|Option(?:en)?|Aussagen?) (?:[A-F]|[1-6])\b(?![/.,]\d)"
        r"(?: ?(?:,|und|oder) ?(?:[A-F]|[1-6])\b)*"
        r"|\b(?:[Ss]owohl [A-F] als auch [A-F])\b"
    ),
    letter_verdict=expression(
        r"(?:(?<![^\n])|(?<=[.!?;(] ))[A-F](?:(?:, [A-F])*,? (?:und|oder) [A-F])?"
        r"(?= (?:ist|sind|war|waren) (?:nicht )?(?:falsch|richtig|korrekt|unzutreffend)\b)"
    ),
    letter_idioms=words_of(r"Vitamin|Hepatitis|Plan|Typ|Gruppe|Klasse|Anhang|Spalte|Zeile|Punkt|Mannschaft"),
    letter_words=frozenset({"antwort", "antworten", "option", "optionen", "aussage", "aussagen"}),
    called_right=expression(
        r"(?:das ist )?(?:die )?(?:richtig|korrekt)(?:e (?:Antwort|Option))?[.:!,;–—-]"
        r"(?!\W*(?:aber|nur|wenn|falls|sofern|allerdings|obwohl)\b)",
        re.IGNORECASE,
    ),
    called_wrong=expression(
        r"(?:das ist )?(?:die )?(?:falsch|nicht richtig|nicht korrekt|unzutreffend)(?:e (?:Antwort|Option))?[.:!,;–—-]"
        r"(?!\W*(?:aber|nur|wenn|falls|sofern)\b)",
        re.IGNORECASE,
    ),
    verdict_words=("richtig", "korrekt", "falsch", "unzutreffend"),
    option_words=("antwort", "option", "aussage", "sowohl "),
    right_before=expression(
        r"(?:die|einzig) (?:richtige|korrekte) (?:Antwort|Option) (?:ist|war|lautet)\W*\Z"
        r"|(?<!nicht die )\b(?:richtige|korrekte) (?:Antwort|Option)\W{0,3}:\W*\Z",
        re.IGNORECASE,
    ),
    right_after=expression(r"[\"“”’'*_]* ist (?:richtig|korrekt|die richtige Antwort)[.,;]", re.IGNORECASE),
    wrong_after=expression(
        r"[\"“”’'*_]* ist (?:falsch|nicht richtig|nicht korrekt|eine falsche Antwort)[.,;]", re.IGNORECASE
    ),
)
