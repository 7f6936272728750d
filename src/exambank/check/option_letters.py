"""Options that are named by the letter or number which they had in somebody's list."""

import re

from exambank.check.language.pack import LanguagePack

LABEL = re.compile(r"(?<!\w)(?:[A-Z]|[1-9])(?!\w)")


def labels_in(text: str) -> list[str]:
    """The single capitals and digits of a text."""
    return LABEL.findall(text)


def place_of(label: str) -> int:
    """The option that a label stands for, from 0."""
    return int(label) - 1 if label.isdigit() else ord(label) - ord("A")


def are_of_options(labels: list[str], count: int) -> bool:
    """Whether there are labels, and all could be of options, of which there are so many."""
    return bool(labels) and all(0 <= place_of(label) < count for label in labels)


def named_options(pack: LanguagePack, text: str, count: int) -> re.Match[str] | None:
    """The first words that name options by letter or number; idioms such as "vitamin B" are none."""
    for match in pack.letter_reference.finditer(text):
        before = text[: match.start()].rsplit(None, 1)[-1:]
        if are_of_options(labels_in(match[0]), count) and not (before and pack.letter_idioms.fullmatch(before[0])):
            return match
    return None
