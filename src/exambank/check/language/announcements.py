"""How a language says how many options are to be chosen."""

import re
from collections.abc import Mapping

from msgspec import Struct

DIGITS = frozenset("12345678")


class Announcements(Struct, frozen=True):
    """Words and patterns for stems, in any capitals unless a pattern says otherwise.

    `numbers` gives the number of a word; one of them, a digit or one of `all_words` stands in every announcement.
    `asked` finds an announcement, with the number (none for "all that apply") in the group `bracketed`, `bare` or
    `loud`; `told` and `which` find a request and a question with a `count` and, where they tell of options, a `noun`.
    One of `verbs`, with white space behind it, stands in all that `asked` and `told` find. `said` finds a looser way
    to name a number, `plural` a question in the plural. `wording` is the announcement to write, with the number's word
    for `{}`; `pairs` finds an option that is a pair.
    """

    numbers: Mapping[str, int]
    all_words: frozenset[str]
    verbs: tuple[str, ...]
    asked: re.Pattern[str]
    told: re.Pattern[str]
    which: re.Pattern[str]
    said: re.Pattern[str]
    plural: re.Pattern[str]
    pairs: re.Pattern[str]
    wording: str

    def may_stand_among(self, words: frozenset[str]) -> bool:
        """Whether words in small letters hold one that every announcement has."""
        return not (words.isdisjoint(self.numbers) and words.isdisjoint(DIGITS) and words.isdisjoint(self.all_words))

    def number(self, word: str) -> int:
        """The number that a word or digits stand for."""
        return self.numbers.get(word.lower()) or int(word)

    def sentence(self, count: int) -> str:
        """The announcement of so many keys."""
        words = {number: word for word, number in self.numbers.items()}
        return self.wording.format(words.get(count, str(count)))
