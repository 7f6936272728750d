"""German, as the rules on language and fairness need it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from exambank.check.language.usage_words import UsageWords, trait

KNOWN = """
ag ard aok bgb bmw brd bzw ca cd cdu csu dax ddr din dm dna dns dvd eg eu ev evtl faq fdp ggf gmbh gps hgb html http
https id iq it iso kfz kg km lkw max min mio mrd mwst nato nr ok pc pdf pin pkw plz sms spd stgb stvo tv tüv ub uno url
us usa usb usw vgl vip vw wc wlan www xml zb zdf
"""
STRESSED = """
alle am auch auf aus außer beste besten das dem den der des die diese dieser drei ein eine einem einen einer erste es
falsch falsche im immer in ist ja jede jeder jedes kein keine keinem keinen keiner letzte mit nein nicht nie niemals nur
oder ohne richtig richtige sind stets und von vor wahr was welche welcher welches wenigsten wer wie zu zuerst zwei
"""
LOADED = {
    "putzfrau": "Reinigungskraft",
    "krankenschwester": "Pflegefachkraft",
    "krankenschwestern": "Pflegefachkräfte",
    "stewardess": "Flugbegleiterin",
    "sekretärin": "Assistenzkraft",
    "behinderte": "Menschen mit Behinderung",
    "die behinderten": "Menschen mit Behinderung",
    "taubstumm": "gehörlos",
    "dritte-welt-länder": "Länder des Globalen Südens",
    "zigeuner": "Roma und Sinti",
    "an den rollstuhl gefesselt": "im Rollstuhl",
    "mannjahre": "Personenjahre",
    "mannstunden": "Personenstunden",
    "blacklist": "Sperrliste",
    "whitelist": "Positivliste",
}
PERSON = (
    r"(?:Mann|Frau|Junge|Mädchen|Patient|Patientin|Kunde|Kundin|Mitarbeiter|Mitarbeiterin|Schüler|Schülerin|Person)"
)
ORIGINS = "türkische arabische afrikanische asiatische polnische russische syrische italienische"
FAITHS = "muslimische christliche jüdische katholische evangelische hinduistische"


def grade(words: Sequence[str], sentences: int) -> float:
    """The first Wiener Sachtextformel (Bamberger and Vanecek 1984): years of school that a text takes."""
    total = len(words)
    counts = list(map(syllables, words))
    long_words = 100 * sum(count >= 3 for count in counts) / total
    over_six_letters = 100 * sum(len(word) > 6 for word in words) / total
    one_syllable = 100 * sum(count == 1 for count in counts) / total
    return 0.1935 * long_words + 0.1672 * total / sentences + 0.1297 * over_six_letters - 0.0327 * one_syllable - 0.875


@lru_cache(maxsize=1 << 14)
def syllables(word: str) -> int:
    """About how many syllables a word has: its groups of vowels."""
    return max(1, len(re.findall(r"(?:[aeiouäöüy]){1,2}", word.lower())))


USAGE = UsageWords(
    known_abbreviations=frozenset(KNOWN.split()),
    stressed=frozenset(STRESSED.split()),
    loaded=LOADED,
    traits=(
        trait(
            "age",
            "alter alte junger junge ältere älterer",
            rf"\b\d+[- ]?jährige[rsnm]?(?: \w+)?|\b(?:alte|ältere|junge)[rsnm]? {PERSON}\b",
            r"\balt(?:er)?\b|jährig|\bjahre|\bjung|\bältere|\bkind|\berwachsen",
            parts=("jährig",),
        ),
        trait(
            "sex",
            "weibliche weiblicher männliche männlicher",
            rf"\b(?:weib|männ)liche[rsnm]? {PERSON}\b",
            r"\bfrau|\bmann\b|\bmänn|\bweib|geschlecht|schwanger",
        ),
        trait(
            "origin",
            ORIGINS + " " + " ".join(f"{word}r" for word in ORIGINS.split()),
            rf"\b(?:{ORIGINS.replace(' ', '|')})[rsnm]? {PERSON}\b",
            r"herkunft|sprache|kultur|\bland\b",
        ),
        trait(
            "faith",
            FAITHS + " " + " ".join(f"{word}r" for word in FAITHS.split()),
            rf"\b(?:{FAITHS.replace(' ', '|')})[rsnm]? {PERSON}\b",
            r"religi|glaube|musli|christ|jüdi|kathol|evangel",
        ),
    ),
    grade=grade,
    are_names_capital=False,
)
