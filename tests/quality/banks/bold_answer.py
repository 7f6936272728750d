"""Markdown: the key in bold below the item (`**Answer**: B`), or in a table at the end (`| 7 | A, C | why |`)."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.quality.bank_item import Parts

ITEM = re.compile(r"^### Question (?P<number>\d+).*?$(?P<text>.*?)(?=^### Question |^## |\Z)", re.MULTILINE | re.DOTALL)
OPTION = re.compile(r"^(?:- )?(?P<letter>[A-H])\) (?P<text>.*(?:\n(?!\n|(?:- )?[A-H]\) ).+)*)", re.MULTILINE)
ANSWER = re.compile(r"^\*\*Answer:?\*\*:? *(?P<letters>[A-H](?:, ?[A-H])*) *$", re.MULTILINE)
WHY = re.compile(r"^\*\*Explanation:?\*\*:?(?P<text>.*?)(?=^---$|\Z)", re.MULTILINE | re.DOTALL)
ROW = re.compile(
    r"^\| *(?P<number>\d+) *\| *(?P<letters>[A-H](?:, ?[A-H])*) *\|(?P<why>(?:[^|\\`]|\\.|`[^`]*`)*)\|", re.MULTILINE
)
FIELD = re.compile(r"^\*\*(?:Difficulty|Answer Type|Topic):?\*\*:?.*\n", re.MULTILINE)
NAMES = re.compile(r"^\*\*(?:Question|Scenario):?\*\*:? *\n?", re.MULTILINE)


def read(path: Path) -> Iterator[Parts]:
    """The items of a file whose letters name options that there are."""
    text = path.read_text("utf-8-sig")
    table = {row["number"]: (row["letters"], row["why"]) for row in ROW.finditer(text)}
    for item in ITEM.finditer(text):
        answer, why = ANSWER.search(item["text"]), WHY.search(item["text"])
        letters, reason = table.get(item["number"], ("", ""))
        letters = answer["letters"] if answer else letters
        options = list(OPTION.finditer(item["text"]))
        if options and set(letters) & set("ABCDEFGH") <= {option["letter"] for option in options}:
            yield Parts(
                stem_of(item["text"][: options[0].start()]),
                tuple((option["text"], option["letter"] in letters) for option in options),
                why["text"] if why else reason,
            )


def read_many(folder: Path) -> Iterator[Parts]:
    """The items of all files below a folder, in order of their paths."""
    for path in sorted(folder.rglob("*.md")):
        yield from read(path)


def stem_of(text: str) -> str:
    """The stem without the fields before it and the words that name its parts."""
    return NAMES.sub("", FIELD.sub("", text)).strip()
