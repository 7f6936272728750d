"""A key's text as something that can be known again in another text: by one of its word triples, then word for word."""

from collections.abc import Collection, Sequence

from exambank.check.sketch import UNSPACED, triples_of, words_of

LEAST = 3  # telling words; fewer stand in a text by chance
TELLING = 4  # letters of a telling word
UNSPACED_WORD = 3  # letters that count as a telling word, where a script parts none


def anchor(words: Sequence[str], stop_words: Collection[str]) -> int:
    """One of a text's triples, by which it is looked for; 0 where its words say too little to be known again."""
    telling = sum(len(word) >= TELLING and word not in stop_words for word in words)
    if telling < LEAST:
        telling += sum(UNSPACED.fullmatch(word) is not None for word in words) // UNSPACED_WORD
    return min(triples_of(words)) & 0xFFFFFFFF if telling >= LEAST else 0


def holds(text: str, other: str) -> bool:
    """Whether the words of the other stand in a text, one after the other."""
    return spaced(other) in spaced(text)


def spaced(text: str) -> str:
    """The words of a text, each between spaces."""
    return f" {' '.join(words_of(text))} "
