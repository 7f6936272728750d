"""GIFT multiple choice of a course: `::title::`, the stem, `{=right~wrong}` with braces on lines of their own."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.quality.bank_item import Parts, plain

ITEM = re.compile(r"^::[^\n]*?::(?P<stem>(?:(?!^::).)*?)^\{ *$(?P<answers>.*?)^\}", re.MULTILINE | re.DOTALL)
ANSWER = re.compile(r"(?<!\\)(?P<mark>[=~])(?P<text>(?:\\.|[^=~\\])+)")
ESCAPED = re.compile(r"\\([~=#{}:])")
UNFINISHED = "Correct Answer"  # what most keys of the course still read


def read(folder: Path) -> Iterator[Parts]:
    """The finished items: those with one key and two distractors or more."""
    return (item for item in every(folder) if not is_unfinished(item))


def read_unfinished(folder: Path) -> Iterator[Parts]:
    """The items whose key nobody has written yet."""
    return (item for item in every(folder) if is_unfinished(item))


def is_unfinished(item: Parts) -> bool:
    """Whether an option is the word of a template."""
    return any(text == UNFINISHED for text, _ in item.options)


def every(folder: Path) -> Iterator[Parts]:
    """All items with options, file by file."""
    for path in sorted(folder.glob("*.txt")):
        for item in ITEM.finditer(path.read_text("utf-8").replace("\r\n", "\n")):
            options = tuple(
                (plain(unescaped(answer["text"])), answer["mark"] == "=") for answer in ANSWER.finditer(item["answers"])
            )
            if len(options) > 2 and sum(is_key for _, is_key in options) == 1 and "%" not in item["answers"]:
                yield Parts(plain(unescaped(item["stem"])), options)


def unescaped(text: str) -> str:
    """The text without feedback and backslashes."""
    return ESCAPED.sub(r"\1", re.split(r"(?<!\\)#", text)[0])
