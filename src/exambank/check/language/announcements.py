"""How a language says how many options are to be chosen."""

import re
from collections.abc import Mapping

from msgspec import Struct


class Announcements(Struct, frozen=True):
    """Words and patterns for stems, in any capitals unless a pattern says otherwise.

    `numbers` gives the number of a word; every announcement holds one of `count_words`. `asks_number` is a first look,
    at a stem in small letters, for what `which` finds.
    `asked` finds an announcement, with the number (none for "all that apply") in the group `bracketed`, `bare` or
    `loud`; `told` and `which` find a request and a question with a `count` and, where they tell of options, a `noun`.
    One of `verbs`, with white space behind it, stands in all that `asked` and `told` find. `said` finds a looser way
    to name a number, `plural` a question in the plural. `wording` is the announcement to write, with the number's word
    for `{}`; `pairs` finds an option that is a pair.
    """

    numbers: Mapping[str, int]
    count_words: frozenset[str]
    asks_number: re.Pattern[str]
    verbs: tuple[str, ...]
    asked: re.Pattern[str]
    told: re.Pattern[str]
    which: re.Pattern[str]
    said: re.Pattern[str]
    plural: re.Pattern[str]
    pairs: re.Pattern[str]
    wording: str

    def number(self, word: str) -> int:
        """The number that a word or digits stand for."""
        return self.numbers.get(word.lower()) or int(word)

    def sentence(self, count: int) -> str:
        """The announcement of so many keys."""
        words = {number: word for word, number in self.numbers.items()}
        return self.wording.format(words.get(count, str(count)))
