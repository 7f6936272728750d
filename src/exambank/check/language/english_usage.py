"""English, as the rules on language and fairness need it."""

import re
from collections.abc import Sequence
from functools import lru_cache

from exambank.check.language.usage_words import UsageWords, trait

KNOWN = """
ad ai am asap atm bc bce bbc bmw cctv cd ce ceo cet cfo cia co cpu cv diy dna dvd eg et etc eu faq fbi fm gb gdp gmt gps
html http https hq hr hrs id ie it iq jpeg jpg kg km la lcd led mb mhz mp mr mrs ms nasa nato ny nyc ok pc pdf phd pin
pm png po pr ps qr ram rna rsvp sim sms sos suv tb tv uk un unesco unicef url us usa usb utc vat vip wifi www xml
"""
STRESSED = """
a all always and any are as at be best both but by can cannot could do does each either every except false first five
for four from had has have how if in incorrect into is it its last least less may more most must neither never next no
none nor not of on one only or other right same second shall should six than that the them then there these they third
this those three to true two under unless until untrue was were what when where which who whom whose why will with
within without worst would wrong yes you your correct true minimum maximum lowest highest
"""
LOADED = {
    "blacklist": "blocklist",
    "blacklists": "blocklists",
    "blacklisted": "blocked",
    "whitelist": "allowlist",
    "whitelists": "allowlists",
    "whitelisted": "allowed",
    "chairman": "chair",
    "chairmen": "chairs",
    "salesman": "sales representative",
    "salesmen": "sales representatives",
    "saleswoman": "sales representative",
    "businessman": "business person",
    "businessmen": "business people",
    "policeman": "police officer",
    "policemen": "police officers",
    "fireman": "firefighter",
    "firemen": "firefighters",
    "mailman": "mail carrier",
    "stewardess": "flight attendant",
    "manpower": "workforce",
    "man-hours": "person-hours",
    "mankind": "humankind",
    "man-made": "artificial",
    "the elderly": "older people",
    "the disabled": "people with disabilities",
    "the handicapped": "people with disabilities",
    "handicapped": "disabled",
    "wheelchair-bound": "using a wheelchair",
    "confined to a wheelchair": "using a wheelchair",
    "mentally retarded": "with an intellectual disability",
    "deaf-mute": "deaf",
    "gypsies": "Roma",
}
PERSON = (
    r"(?:man|woman|men|women|boy|girl|person|people|patient|customer|client|employee|manager|worker|student|nurse"
    r"|doctor|engineer|rep|representative|driver|teacher|candidate|colleague|buyer|owner|executive|immigrant|family)s?"
)
ORIGINS = (
    "african asian hispanic latino latina arab arabic indian pakistani chinese japanese korean mexican turkish polish"
    " russian nigerian jamaican caucasian african-american asian-american"
)
FAITHS = "muslim christian jewish hindu buddhist catholic protestant sikh atheist mormon orthodox"


def grade(words: Sequence[str], sentences: int) -> float:
    """The grade level of Kincaid et al. (1975): 0.39 words per sentence + 11.8 syllables per word - 15.59."""
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@lru_cache(maxsize=1 << 14)
def syllables(word: str) -> int:
    """About how many syllables a word has: its groups of vowels, less a silent e."""
    word = word.lower()
    count = len(re.findall(r"[aeiouy]+", word))
    is_silent = word.endswith("e") and not word.endswith(("le", "ee", "ye"))
    return max(1, count - is_silent)


BRITISH = """
colour colours coloured behaviour behaviours favour favours favourite honour labour neighbour neighbours centre centres
metre metres litre litres organise organised organises organisation organisations analyse analysed analyses realise
realised recognise recognised catalogue programme programmes defence licence travelling cancelled modelling labelled
"""
AMERICAN = """
color colors colored behavior behaviors favor favors favorite honor labor neighbor neighbors center centers meter meters
liter liters organize organized organizes organization organizations analyze analyzed analyzes realize realized
recognize recognized catalog defense traveling canceled modeling labeled
"""

USAGE = UsageWords(
    known_abbreviations=frozenset(KNOWN.split()),
    stressed=frozenset(STRESSED.split()),
    loaded=LOADED,
    traits=(
        trait(
            "age",
            "elderly young old aged",
            rf"\b(?:\d+|\w+)[- ]years?[- ]old(?: \w+)?|\b(?:elderly|young|old|middle-aged) {PERSON}\b|\baged \d+",
            r"\bage[ds]?\b|\byears?\b|\bold(?:er)?\b|\byoung(?:er)?\b|\belderly\b|\badults?\b|\bchild(?:ren)?\b",
            parts=("-old",),
        ),
        trait(
            "sex",
            "female male lady",
            rf"\b(?:female|male|lady) {PERSON}\b",
            r"\b(?:fe)?males?\b|\bwom[ae]n\b|\bm[ae]n\b|\bsex\b|\bgender\b|\bpregnan",
        ),
        trait(
            "origin",
            ORIGINS,
            rf"\b(?:{ORIGINS.replace(' ', '|')})(?: \w+)? {PERSON}\b",
            rf"\b(?:{ORIGINS.replace(' ', '|')})|\borigin\b|\bancestry\b|\bethnic|\bculture|\bcountry\b|\blanguage\b",
        ),
        trait(
            "faith",
            FAITHS,
            rf"\b(?:{FAITHS.replace(' ', '|')}) {PERSON}\b",
            rf"\b(?:{FAITHS.replace(' ', '|')})|\breligio|\bfaith\b|\bbelie[fv]|\bdiet",
        ),
    ),
    grade=grade,
    spellings=(frozenset(BRITISH.split()), frozenset(AMERICAN.split())),
)
