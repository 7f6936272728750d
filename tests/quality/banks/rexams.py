"""R/exams with a literal key: `exsolution: "0100"`, a question without R, and its `Answerlist`."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.quality.bank_item import Parts

KEY = re.compile(r"^exsolution: ['\"]?(?P<bits>[01]{2,})['\"]?$", re.MULTILINE)
QUESTION = re.compile(
    r"^# (?:Aufgabe|Exercise|Question) *\n(?P<stem>.*?)^Answerlist *\n-+ *\n(?P<options>.*?)"
    r"^# (?:Lösung|Solution) *\n(?P<why>.*?)(?=^Answerlist|^---$|\Z)",
    re.MULTILINE | re.DOTALL,
)
OPTION = re.compile(r"^[*-] +(?P<text>.*(?:\n(?!\n|[*-] |<).+)*)", re.MULTILINE)
BREAK = re.compile(r"^</?br */?>$", re.MULTILINE)


def read(folder: Path) -> Iterator[Parts]:
    """The exercises of one key whose question holds no R."""
    for path in sorted(folder.rglob("*.[rq]md")):
        text = path.read_text("utf-8")
        key, question = KEY.search(text), QUESTION.search(text)
        if key is None or question is None or "`r " in question[0] or "```{r" in question[0]:
            continue
        options = [option["text"] for option in OPTION.finditer(question["options"])]
        if len(options) == len(key["bits"]):
            keys = tuple((option, bit == "1") for option, bit in zip(options, key["bits"], strict=True))
            yield Parts(BREAK.sub("", question["stem"]), keys, BREAK.sub("", question["why"]))
