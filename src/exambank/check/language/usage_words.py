"""What the rules on language and fairness have to know of a language."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module

from exambank.check.language.pack import LanguagePack

USAGES = {"en": "exambank.check.language.english_usage", "de": "exambank.check.language.german_usage"}  # the one list


@dataclass(frozen=True, slots=True)
class Trait:
    """What may be told of a person: how it is found, and what in a key or rationale shows that it matters.

    Only texts that hold one of `words`, or one of `parts` within a word, are searched.
    """

    name: str
    words: frozenset[str]
    parts: tuple[str, ...]
    found: re.Pattern[str]
    matters: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class UsageWords:
    """Words and patterns of usage, matched on plain text; sets hold words in small letters.

    `known_abbreviations` need no expansion, and `stressed` are words that are written in capitals for emphasis.
    `loaded` gives the word to use in place of another, of one or more words; where `are_names_capital`, capitals within
    a sentence make a name of it. `traits` are told of persons. `spellings` are words as two countries spell them.
    `grade` gives the years of school that a text takes, from its words and the number of its sentences.
    """

    known_abbreviations: frozenset[str]
    stressed: frozenset[str]
    loaded: Mapping[str, str]
    traits: tuple[Trait, ...]
    grade: Callable[[Sequence[str], int], float]
    are_names_capital: bool = True
    spellings: tuple[frozenset[str], frozenset[str]] | None = None
    loaded_words: frozenset[str] = field(init=False)
    loaded_terms: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        terms = sorted(self.loaded, key=len, reverse=True)
        object.__setattr__(self, "loaded_words", frozenset(max(term.split(), key=len) for term in terms))
        alternatives = "|".join(map(re.escape, terms))
        object.__setattr__(self, "loaded_terms", re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE))


def trait(name: str, words: str, found: str, matters: str, parts: tuple[str, ...] = ()) -> Trait:
    """A trait out of a list of words, parts of words, and two patterns."""
    return Trait(name, frozenset(words.split()), parts, *(re.compile(one, re.IGNORECASE) for one in (found, matters)))


@cache
def usage_of(code: str) -> UsageWords | None:
    """The words of a pack's language, read when a rule first asks: they are many, and their rules are in preview."""
    module = USAGES.get(code)
    if module is None:
        return None
    found: UsageWords = import_module(module).USAGE
    return found


def usage_for(pack: LanguagePack | None) -> UsageWords | None:
    """The words of usage that belong to a pack."""
    return usage_of(pack.code) if pack is not None else None
