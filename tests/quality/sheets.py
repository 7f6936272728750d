"""The sheets that readers label, outside the repository: items in random order, and nothing of what the linter says."""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from tests.quality.examined import ExaminedItem
from tests.quality.flaws import FLAWS, Flaw

PART = 40  # items
ID = 6  # hexadecimal digits of the digest
GUIDE = """\
# How to label the items

You judge multiple-choice items by the rules that handbooks of test development give (Haladyna, Downing & Rodriguez
2002; Tarrant 2006; the NBME's item-writing guide). Read each item on its own, as a reviewer who wants the exam to be
good. Name every flaw of the list below that the item has; an item may have none, one or several. Most good items have
none. Judge what stands there, not whether you would have written it otherwise, and do not skip the dull ones.

`[x]` marks a key (a right option), `[ ]` a distractor. What stands under "Rationale" is shown after answering; it
matters only for the flaws that speak of it. Options may be shuffled before a candidate sees them, unless they are
numbers. A sign that nobody sees is written as `‹U+200B›`. Items come from many subjects, and a few are in German. A
wrong fact is not a flaw of this list.

The other reader's answers, the linter and its rules are not to be looked at.

## What you write

For `part-01.md` a file `part-01.txt` in your own folder (`reader-a/` or `reader-b/`), a line an item, in any order:

    3fa9c1: negative-stem, longest-key
    77b0e2: none

Only labels of the list, as they are written here. Every item of the part has its line.

## The flaws
"""


def write_sheets(folder: Path, items: Sequence[ExaminedItem], first: int = 1) -> int:
    """Writes the guide and the parts from number `first`; gives the number of the last part."""
    folder.mkdir(parents=True, exist_ok=True)
    assert len({sheet_id(item) for item in items}) == len(items), "two items have one id; give ids more digits"
    (folder / "README.md").write_text(guide(), "utf-8")
    parts = [items[start : start + PART] for start in range(0, len(items), PART)]
    for number, part in enumerate(parts, first):
        text = "\n".join([f"# Part {number:02}", *map(entry, part)])
        (folder / f"part-{number:02}.md").write_text(text, "utf-8")
    return first + len(parts) - 1


def guide() -> str:
    """What readers are told."""
    return GUIDE + "".join(map(paragraph, FLAWS))


def paragraph(flaw: Flaw) -> str:
    """A flaw in the guide."""
    return f"\n**{flaw.label}** — {flaw.meaning}\nCounts: {flaw.counts}\nDoes not count: {flaw.spared}\n"


def entry(item: ExaminedItem) -> str:
    """An item on the sheet."""
    lines = [f"\n---\n\n## {sheet_id(item)}\n", demoted(item.item.stem.source), ""]
    for option in item.item.options:
        lines.append(f"- [{'x' if option.is_key else ' '}] " + option.text.source.replace("\n", "\n  "))
        if option.feedback is not None:
            lines.append("  > " + option.feedback.source.replace("\n", "\n  > "))
    if item.item.rationale is not None:
        lines += ["", "*Rationale:* " + demoted(item.item.rationale.source)]
    return "".join(map(shown, "\n".join(lines))) + "\n"


def demoted(text: str) -> str:
    """The text without headings that could be taken for those of the sheet."""
    return re.sub(r"^#{1,2} ", "### ", text, flags=re.MULTILINE)


def shown(sign: str) -> str:
    """The sign, or its number where nobody would see it."""
    is_hidden = sign not in " \n\u200d\ufe0f" and unicodedata.category(sign) in {"Zs", "Cf"}
    return f"‹U+{ord(sign):04X}›" if is_hidden else sign


def sheet_id(item: ExaminedItem) -> str:
    """The item's name on the sheets."""
    return item.digest[:ID]
