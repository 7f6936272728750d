"""What an item spells in one of several ways: words, compounds, and terms that the bank defines."""

import re
from collections.abc import Iterator

from exambank.check.first_look import holds_any
from exambank.check.language.spellings import joined_of, parted_of
from exambank.check.wording import APART, Wording

DEFINED = "="  # between a defined term as it stands and as the glossary has it
PREFIXES = ("anti", "cyber", "hyper", "macro", "micro", "multi", "non", "semi", "ultra")
COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]{2,}")
SENTENCE_START = re.compile(r"(?:\A|[.?!:…]|[\n|•])[\s\"“„«'‘(*]*\Z")


def spellings(words: Wording) -> tuple[str, ...]:
    """The forms found, in order of the alphabet; `form=term` for a defined term that stands otherwise than defined."""
    language = words.pack.code if words.pack else ""
    vocabulary = words.vocabulary
    found = set(vocabulary & joined_of(language))
    whole = "\n".join([words.lowered, *[option.lowered for option in words.options]])
    if "-" in whole:
        found.update(word for word in vocabulary if "-" in word and COMPOUND.fullmatch(word))
    if holds_any(whole, PREFIXES):
        found.update(word for word in vocabulary if word.startswith(PREFIXES) and word[-1] != "-")
    for first in vocabulary.intersection(parted_of(language)):
        found.update(form for form in parted_of(language)[first] if _holds(whole, form))
    if words.house.glossary:
        found.update(_terms(words))
    return tuple(sorted(found))


def _holds(text: str, form: str) -> bool:
    """Whether a text has the words one after the other."""
    return form in text and re.search(rf"(?<![\w-]){form}(?![\w-])", text) is not None


def _terms(words: Wording) -> Iterator[str]:
    """Terms of the glossary that stand otherwise than there, capitals that a sentence or stress asks for apart."""
    for term in words.house.glossary:
        if not words.vocabulary.issuperset(term.lower().translate(APART).split()):
            continue
        pattern = re.compile(rf"(?<![\w-]){re.escape(term)}(?![\w-])", re.IGNORECASE)
        for text in (words.stem, *(option.text for option in words.options)):
            for match in pattern.finditer(text):
                form = match[0]
                is_start = SENTENCE_START.search(text[: match.start()]) is not None
                same = form[1:] == term[1:] if is_start else form == term
                if not same and not form.isupper():
                    yield f"{form}{DEFINED}{term}"
