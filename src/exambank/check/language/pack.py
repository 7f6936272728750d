"""What the rules of style have to know of a language, and which languages are known."""

import re
from functools import cache
from importlib import import_module

from msgspec import Struct

from exambank.check.expression import expression
from exambank.check.language.announcements import Announcements
from exambank.check.language.option_terms import OptionTerms
from exambank.check.language.stem_words import StemWords

PACKS = {"en": "exambank.check.language.english", "de": "exambank.check.language.german"}  # the one list


class LanguagePack(Struct, frozen=True):
    """Lists and patterns of a language, matched on plain text; capitals do not count unless a pattern says so.

    `stems`, `options` and `announcements` (of keys) are what the rules on these ask. `all_of_above` and `none_of_above`
    match a whole option,
    `combined` one that joins others by letter or number. `letter_reference` finds options named by letter, which
    takes one of `letter_words`; `letter_verdict` letters that begin a sentence, which calls them right or wrong. Where
    `nouns_are_capital`, a capital inside a sentence makes no name.
    """

    code: str
    stop_words: frozenset[str]
    suffixes: tuple[str, ...]
    stems: StemWords
    options: OptionTerms
    announcements: Announcements
    all_of_above: re.Pattern[str]
    none_of_above: re.Pattern[str]
    combined: re.Pattern[str]
    truth_words: frozenset[str]
    letter_reference: re.Pattern[str]
    letter_verdict: re.Pattern[str]
    letter_idioms: re.Pattern[str]
    letter_words: frozenset[str]
    called_right: re.Pattern[str]
    called_wrong: re.Pattern[str]
    verdict_words: tuple[str, ...]
    option_words: tuple[str, ...]
    right_before: re.Pattern[str]
    right_after: re.Pattern[str]
    wrong_after: re.Pattern[str]
    nouns_are_capital: bool = False

    def stem_of(self, word: str) -> str:
        """The word in small letters, less a common ending: enough to bring *negotiate* and *negotiating* together."""
        word = word.lower()
        for suffix in self.suffixes:
            if word.endswith(suffix) and len(word) - len(suffix) >= 4:
                return word[: -len(suffix)]
        return word


def words_of(pattern: str) -> re.Pattern[str]:
    """Whole words, in any capitals."""
    return expression(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


@cache
def pack_for(language: str | None) -> LanguagePack | None:
    """The pack of a language tag (`en-GB` takes `en`), where there is one."""
    module = PACKS.get((language or "en").partition("-")[0].lower())
    if module is None:
        return None
    found: LanguagePack = import_module(module).PACK
    return found
