"""German, for options."""

import re

from exambank.check.expression import expression
from exambank.check.language.option_terms import OptionTerms, pairs
from exambank.check.language.stem_words import words

OPTIONS = OptionTerms(
    all_words=words("alle beide sämtliche"),
    none_words=words("keine keiner keines"),
    absolutes=words(
        "immer nie niemals nur alle jeder jede jedes keine keiner muss müssen unmöglich ausschließlich völlig"
    ),
    not_absolute=expression(
        r"\b(?:nicht|fast|beinahe|kaum) (?:immer|alle|jede[rsnm]?|nur|völlig|ausschließlich)\b"
        r"|\balle (?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\d+)\b"
        r"|(?<=\w )alle[nrm]? (?:die|diese|der|dieser|den|diesen|seine|ihre|Ihre)\b"
        r"|\Akeine[rs]?\b(?! (?:der|von)\b)[,.]?\Z"
        r"|\b(?:vor allem|jeden (?:Tag|Monat|Morgen)|jede (?:Woche|Stunde)|jedes Jahr)\b",
        re.IGNORECASE,
    ),
    vague=words("oft häufig manchmal selten meistens gewöhnlich üblicherweise gelegentlich"),
    label_words=words(
        "version versionen basis binär oktal hexadezimal dezimal kapitel abschnitt ip ipv4 adresse adressen port modell"
        " auflage norm"
    ),
    fillers=expression(
        r"(?:(?:ich )?weiß (?:ich )?nicht|keine (?:ahnung|angabe)|k\. ?a\.|sonstiges|etwas anderes|egal"
        r"|[-–—.…?]+)[.!?]?",
        re.IGNORECASE,
    ),
    filler_words=words("weiß ahnung angabe k a sonstiges anderes egal"),
    yes_no=expression(r"(?P<word>ja|nein|wahr|falsch|richtig)(?:[,;:–—.-]|\s+weil\b|\s+denn\b)", re.IGNORECASE),
    opposites=pairs(
        "steigt/sinkt steigt/fällt höher/niedriger höhere/niedrigere mehr/weniger schneller/langsamer "
        "größer/kleiner vor/nach über/unter erhöhen/senken annehmen/ablehnen öffnen/schließen "
        "stärker/schwächer links/rechts früher/später positiv/negativ intern/extern zu/ab"
    ),
    progressive=None,
    infinitive=None,
    range_words=expression(
        r"(?P<less>weniger als|unter|bis zu|höchstens)|(?P<more>mehr als|über|mindestens|größer als)", re.IGNORECASE
    ),
    bound_words=words("mindestens höchstens mindestdauer höchstdauer minimum maximum kleinste größte"),
    quantity_words=expression(r"\bwie (?:viele?|lange|alt|weit|oft)\b|\bwelches Jahr\b", re.IGNORECASE),
    decimal_mark=",",
    abbreviations=words("usw etc jr sen co bzw ca nr str std jan feb aug sept okt nov dez dr prof st"),
    subjects=words("ich er sie es wir du man das dies dieser diese dieses niemand jeder jemand alle nichts alles"),
    are_nouns_capital=True,
)
