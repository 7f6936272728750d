"""Markdown: a numbered stem, options `- A. …`, and `Correct answer: B, E` within `<details>`."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.quality.bank_item import Parts

ITEM = re.compile(
    r"^\d+\. (?P<stem>(?:(?!<details).)*?)(?=^ +- A[.)])(?P<options>.*?)<details(?P<details>.*?)</details>",
    re.MULTILINE | re.DOTALL,
)
OPTION = re.compile(r"^ +- (?P<letter>[A-H])[.)] (?P<text>.*)$", re.MULTILINE)
ANSWER = re.compile(r"Correct [Aa]nswer: *(?P<letters>[A-H][A-H, and]*)$", re.MULTILINE)
WHY = re.compile(r"Explanation:(?P<text>.*)", re.DOTALL)
BREAK = re.compile(r" *<br ?/?> *")


def read(folder: Path) -> Iterator[Parts]:
    """The items of all files, in order of their paths."""
    for path in sorted(folder.glob("*.md")):
        for item in ITEM.finditer(path.read_text("utf-8")):
            answer, why = ANSWER.search(item["details"]), WHY.search(item["details"])
            if answer is not None:
                options = OPTION.finditer(item["options"])
                yield Parts(
                    lines(BREAK.sub("\n\n", item["stem"])),
                    tuple((option["text"], option["letter"] in answer["letters"]) for option in options),
                    lines(why["text"]) if why else "",
                )


def lines(text: str) -> str:
    """The text without the indentation that its place in a list gave it."""
    return "\n".join(line.strip() for line in text.strip().split("\n"))
