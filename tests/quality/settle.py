"""The sheet for the third reader: disputed labels, without saying who gave them."""

from collections.abc import Iterable
from pathlib import Path

from tests.quality.examined import ExaminedItem
from tests.quality.flaws import FLAWS
from tests.quality.labels import Labelled
from tests.quality.sheets import entry

GUIDE = """\
# What is to be settled

Two readers labelled these items by the guide in README.md, and differ on the labels that stand below each. Say of each
whether the item has the flaw, by the guide's words and not by who may have said so: half of them may well be none.
Write `settled.txt`, a line a label: `id label yes` or `id label no`.
"""


def write_settle(path: Path, items: Iterable[tuple[ExaminedItem, Labelled]]) -> int:
    """Writes the sheet; gives the number of disputed labels."""
    order = [flaw.label for flaw in FLAWS]
    texts, count = [GUIDE], 0
    for item, labels in items:
        if open_ones := [label for label in order if label in labels.disputed and label not in labels.settled]:
            texts.append(entry(item) + "\n**To settle:** " + ", ".join(open_ones) + "\n")
            count += len(open_ones)
    path.write_text("".join(texts), "utf-8")
    return count
