"""What the rules on stems have to know of a language."""

import re
from collections.abc import Mapping

from msgspec import Struct

from exambank.check.expression import expression


class StemWords(Struct, frozen=True):
    """Words and patterns for stems, matched on plain text.

    Sets hold words in small letters, and are asked before any pattern. `negative_questions` find what turns a lead-in
    round, as the group `word`; `negative_words` are the words that such a one can hold. `denials` match what denies
    within an option. `bare_lead_in` is a whole lead-in that asks nothing of its own; `completion` matches a clause
    that the options are to complete, its capitals as they are, and `two_questions` a sentence that asks two. A stem
    that begins with one of `openers`, asking words and imperatives, says what is wanted. `things` find what an item
    points at as if it were there, by what would have to be: a picture, a table, a passage, code, or text above; each
    with its own words. `moving` are times that move on. `article` finds an article (the group of that name) before a
    gap, which takes a word that begins with `vowel_sound` or the contrary; those of `either_sound` may take both, and
    `either_article` suits all. `verb_at_end` finds a verb there, as the group `one` or `many`; `plural` matches a
    noun in the plural, `after_noun` what may follow one, and `joining` makes several of nouns.
    """

    negative_words: frozenset[str]
    negative_questions: tuple[re.Pattern[str], ...]
    denial_words: frozenset[str]
    denials: re.Pattern[str]
    bare_lead_in: re.Pattern[str]
    completion: re.Pattern[str]
    two_questions: re.Pattern[str]
    openers: frozenset[str]
    thing_words: frozenset[str]
    things: tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]
    moving_words: frozenset[str]
    moving: re.Pattern[str]
    opinion_words: frozenset[str]
    opinion: re.Pattern[str]
    months: Mapping[str, int]
    article: re.Pattern[str] | None = None
    vowel_sound: re.Pattern[str] | None = None
    either_sound: re.Pattern[str] | None = None
    either_article: str = ""
    articles: frozenset[str] = frozenset()
    verb_at_end: re.Pattern[str] | None = None
    plural: re.Pattern[str] | None = None
    after_noun: re.Pattern[str] | None = None
    singular_articles: frozenset[str] = frozenset()
    joining: str = ""


def words(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


def months(*lists: str) -> dict[str, int]:
    """The names of months with their numbers, out of lists that each begin in January."""
    return {name: number for text in lists for number, name in enumerate(text.split(), 1)}


def pattern(*parts: str) -> re.Pattern[str]:
    """One pattern out of alternatives, in any capitals."""
    return expression("|".join(parts), re.IGNORECASE)
