"""Markdown: the stem in a heading of level 6, options `- A: …`, and `#### Answer: D` within `<details>`."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.quality.bank_item import Parts

ITEM = re.compile(
    r"^###### \d+\. (?P<stem>(?:(?!<details>).)*?)(?=^- A: )(?P<options>.*?)<details>"
    r".*?^#### Answer: (?P<letter>[A-H])\n(?P<why>.*?)</p>",
    re.MULTILINE | re.DOTALL,
)
OPTION = re.compile(r"^- (?P<letter>[A-H]): (?P<text>.*(?:\n(?!\n|- [A-H]: ).+)*)", re.MULTILINE)


def read(path: Path) -> Iterator[Parts]:
    """The items of a file."""
    for item in ITEM.finditer(path.read_text("utf-8")):
        options = OPTION.finditer(item["options"])
        keys = tuple((option["text"], option["letter"] == item["letter"]) for option in options)
        yield Parts(item["stem"], keys, item["why"])
