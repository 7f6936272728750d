"""The terms that a bank defines, and the words that it wants written otherwise."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class HouseWords:
    """`glossary` are terms as they are written; `instead` gives the words to use in place of others."""

    glossary: frozenset[str] = frozenset()
    instead: Mapping[str, str] = field(default_factory=dict)
    pattern: re.Pattern[str] | None = field(init=False, default=None)
    wanted: Mapping[str, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        if self.instead:
            words = "|".join(map(re.escape, sorted(self.instead, key=len, reverse=True)))
            object.__setattr__(self, "pattern", re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE))
            object.__setattr__(self, "wanted", {word.casefold(): use for word, use in self.instead.items()})

    def unwanted(self, text: str) -> Iterator[tuple[re.Match[str], str]]:
        """Each word to be replaced with what to write; not where it is part of just that."""
        for match in self.pattern.finditer(text) if self.pattern is not None else ():
            use = self.wanted.get(match[0].casefold())
            if use is None or any(_covers(one, match) for one in re.finditer(re.escape(use), text)):
                continue
            written = _capitalised(use, match[0])
            if written != match[0]:
                yield match, written


def _covers(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() <= other.start() and other.end() <= one.end()


def _capitalised(use: str, word: str) -> str:
    """With a capital where only the word's first letter is one, at the beginning of a sentence say."""
    return use[0].upper() + use[1:] if word[0].isupper() and word[1:].islower() else use


NO_WORDS = HouseWords()
