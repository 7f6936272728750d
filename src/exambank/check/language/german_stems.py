"""German, as the rules on stems need it."""

import re

from exambank.check.language.stem_words import StemWords, months, pattern, words

NEGATIVE_WORDS = """
nicht kein keine keinem keinen keiner keines niemals nie außer ausgenommen wenigsten falsch falsche falschen unwahr
unwahre unzutreffend unzutreffende inkorrekt inkorrekte unrichtig unrichtige
"""
DENIAL_WORDS = "nicht kein keine keinem keinen keiner keines nie niemals ohne weder nichts"
OPENERS = """
was wer wen wem wessen welche welcher welches welchem welchen wo wohin woher wann warum weshalb wieso wie womit wodurch
woran worauf wozu wofür ist sind war waren hat haben kann können darf dürfen muss müssen soll sollte berechne berechnen
bestimme bestimmen löse lösen nenne nennen ermittle ermitteln vereinfache vereinfachen übersetze übersetzen ergänze
ergänzen ordne ordnen
"""

NO_IDIOM = r"(?! (?:nur|mehr)\b)(?![^,]*, (?:was|welche[mnrs]?|wer|wen|wie|wo|wann|warum)\b)"
NOT = rf"(?<!noch )(?P<word>nicht|keine?[mnrs]?|niemals|nie)(?![\w-]){NO_IDIOM}"
SAME_CLAUSE = r"(?:(?!(?:und|oder|aber|sondern|als|wenn|um)\b)[^\s,;:?!]+ )"  # other clauses are set off by commas
ASKING = r"(?:\A|[,;:] |\A(?:in|aus|mit|bei|von|zu|für|auf|an|unter|durch|nach) )(?:welche[mnrs]?|was|wer|wen|wem)\b"
END = r"(?:[\s:…]*|\s*_{2,}[\s:.]*)\Z"
WRONG = r"(?:falsch|unwahr|unzutreffend|inkorrekt|unrichtig)"
AS_A_NAME = r"(?! ?-?(?:positiv|negativ)|\s*[\w„])"
ANSWERS = r"(?:Aussagen?|Antwort(?:en)?|Behauptung(?:en)?|Option(?:en)?|Alternativen?)"
LIKELY = r"(?:wahrscheinlich|geeignet|sinnvoll|wichtig|hilfreich|zutreffend|typisch|plausibel|zu erwarten|angebracht)"
NEGATIVE_QUESTIONS = [
    rf"{ASKING} {SAME_CLAUSE}{{0,10}}?{NOT}",
    rf"\A(?:wann|wo|womit|wodurch|worauf) {SAME_CLAUSE}{{1,6}}?{NOT}",
    rf"\b(?P<word>nicht|keine?[mnrs]?)(?: zu)?{END}",
    rf"{ASKING} {SAME_CLAUSE}{{0,8}}?(?P<word>{WRONG})\b{AS_A_NAME}",
    rf"\b(?P<word>{WRONG}e[nrs]?) {ANSWERS}\b",
    r"\b(?P<word>außer|ausgenommen)(?: (?:einer|eine[ms]|welche[mnrs]?|der|die|das|folgende[mnrs]?)\b)*[\s:?.…_]*\Z",
    rf"\bam (?P<word>wenigsten) {LIKELY}\b",
]
DENIALS = r"(?<![\w-])(?:nicht(?! nur\b)|keine?[mnrs]?|nie|niemals|ohne|weder|nichts)(?![\w-])"
OF_THESE = rf"(?: (?:der|dieser) (?:folgenden )?(?:{ANSWERS})?| (?:folgenden? )?{ANSWERS})?"
BARE = [
    rf"(?:welche[rs]?|was){OF_THESE} (?:(?:ist|sind) (?:richtig|korrekt|wahr|zutreffend)|(?:trifft|treffen) zu)",
    rf"(?:wählen|markieren|nennen) sie die (?:richtige|korrekte|wahre|zutreffende)n? {ANSWERS}(?: aus)?",
]
FINITE = (
    r"(?:ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|hatte|hatten|kann|können|darf|dürfen|muss|müssen|soll"
    r"|sollen|sollte|sollten|will|wollen)"
)
LINKS = (  # what no phrase ends with: verbs that want an object, articles, prepositions, conjunctions
    r"bedeute[nt]|heiß(?:t|en)|beträgt|enthält|enthalten|besteh(?:t|en) aus|steh(?:t|en) für|dien(?:t|en)|gehör(?:t|en)"
    r"|ein|eine[mnrs]?|der|die|das|dem|den|des|von|für|in|im|auf|an|am|bei|zu|zum|zur|aus|mit|ohne|als|durch|über|unter"
    r"|dass|weil|wenn|und|oder"
)
COMPLETION = (
    r"\A(?!\S+ (?:ist|sind|war|waren)[\s:.]*\Z)"  # "Quoten sind" says no more than "Quoten"
    rf"(?:.*\s{FINITE}\b|.*\s(?:{LINKS})[\s:]*\Z)"
)
ASK = r"(?:was|wer|wen|wem|welche[mnrs]?|wo|wann|warum|weshalb|wieso|wie|womit|wodurch|woran|wofür)"
TWO_QUESTIONS = rf"\A{ASK} (?:(?!(?:{ASK}|dass|ob|wenn)\b)\S+ )+und {ASK}(?:\s*\?| )"

THING_WORDS = {
    "picture": "abbildung diagramm grafik bild foto karte schaubild abgebildet",
    "table": "tabelle",
    "passage": "textstelle textauszug auszug absatz",
    "code": "quelltext code listing codeausschnitt",
    "text above": "oben",
}
THE = r"\b(?:die|der|das|diese[mnrs]?|dem|den)"
PICTURE = r"(?:Abbildung|Diagramm|Grafik|Bild|Foto|Karte|Schaubild)"
CODE = r"(?:Code|Quelltext|Codeausschnitt|Listing)"
PASSAGE = r"(?:Textstelle|Textauszug|Auszug|Absatz)"
PLACE = r"(?:oben|unten)"
SHOWN = r"(?:oben|unten|gezeigte|abgebildete|stehende|obige|nachstehende|folgende)[mnrs]?"
THINGS = {
    "picture": [
        rf"{THE} {PICTURE} (?:{PLACE}|zeigt)\b",
        rf"{THE} (?:{SHOWN} )+{PICTURE}\b",
        rf"\bzeigt {THE} {PICTURE}\b",
        r"\b(?:in der Abbildung|auf dem Bild|im Diagramm|auf dem Schaubild)\b",
        rf"\b{PLACE} abgebildet",
    ],
    "table": [rf"{THE} Tabelle (?:{PLACE}|zeigt)\b", rf"{THE} (?:{SHOWN} )+Tabelle\b", rf"\bzeigt {THE} Tabelle\b"],
    "passage": [rf"{THE} {PASSAGE} {PLACE}\b", rf"{THE} (?:{SHOWN} )+{PASSAGE}\b"],
    "code": [rf"{THE} {CODE} {PLACE}\b", rf"{THE} (?:{SHOWN} )+{CODE}\b"],
    "text above": [r"\boben (?:gezeigt|stehend|aufgeführt|genannt|beschrieben|erwähnt)"],
}

MOVING_WORDS = "derzeit zurzeit aktuell aktuelle aktuellen gegenwärtig heutzutage neueste neuesten jahr jahres"
MOVING = (
    r"(?<![\w-])(?:derzeit|zurzeit|gegenwärtig|heutzutage|(?:dieses|letztes|nächstes) Jahr|in diesem Jahr"
    r"|(?:neuesten?|aktuellen?) (?:Version|Fassung|Ausgabe|Norm|Stand|Auflage|Leitlinie))(?![\w-])"
)
OPINION_WORDS = "meinung ansicht denken finden meinen glauben"
OPINION = [
    r"\b(?:Ihrer|deiner) (?:persönlichen )?(?:Meinung|Ansicht) nach\b",
    r"\bnach (?:Ihrer|deiner) (?:Meinung|Ansicht)\b",
    r"\b(?:was|wen|welche[mnrs]?|wie) (?:denken|finden|meinen|glauben) Sie\b",
    r"\A(?:denken|finden|meinen|glauben) Sie\b",
]

MONTHS = "januar februar märz april mai juni juli august september oktober november dezember"

STEMS = StemWords(
    negative_words=words(NEGATIVE_WORDS),
    negative_questions=tuple(map(pattern, NEGATIVE_QUESTIONS)),
    denial_words=words(DENIAL_WORDS),
    denials=pattern(DENIALS),
    bare_lead_in=pattern(*BARE),
    completion=re.compile(COMPLETION, re.DOTALL),
    two_questions=pattern(TWO_QUESTIONS),
    openers=words(OPENERS),
    thing_words=words(" ".join(THING_WORDS.values())),
    things=tuple((kind, words(THING_WORDS[kind]), pattern(*parts)) for kind, parts in THINGS.items()),
    moving_words=words(MOVING_WORDS),
    moving=pattern(MOVING),
    opinion_words=words(OPINION_WORDS),
    opinion=pattern(*OPINION),
    months=months(MONTHS, "jänner feber"),
)
