"""How a file would change, line by line, without what tells a key."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
MARK = re.compile(r"(\s*(?:[-*+]|\d+[.)])\s+)\[[ xX]\]")
SHARE = re.compile(r"\([-+−]?[\d.,]+\s*%\)\s*$")
FEEDBACK = re.compile(r"\s+>")
GAP = re.compile(r"\[[^\[\]]*\](?=\(\s*<?#gap)", re.IGNORECASE)  # what an author writes in a gap may be the key
SECTION = re.compile(r" {0,3}#")
LEFT_OUT = "…"


def differences(path: str, before: str, after: str) -> Iterator[str]:
    """The lines that differ, as a unified diff without lines around them.

    Marks and shares of options and words in gaps are left out, and all of a line in feedback or in a section (answers,
    rationale, notes).
    """
    shown_old, shown_new = untold(before.splitlines()), untold(after.splitlines())
    matcher = SequenceMatcher(None, before.splitlines(True), after.splitlines(True), autojunk=False)
    yield from (f"--- {path}", f"+++ {path}")
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind == "equal":
            continue
        yield f"@@ -{_range(start, end)} +{_range(begin, stop)} @@"
        yield from (f"-{line}" for line in shown_old[start:end])
        yield from (f"+{line}" for line in shown_new[begin:stop])


def _range(start: int, end: int) -> str:
    """Lines as a unified diff counts them: from 1, and from the line before where there are none."""
    count = end - start
    first = start + 1 if count else start
    return f"{first}" if count == 1 else f"{first},{count}"


def untold(lines: list[str]) -> list[str]:
    """The lines of an item, those that tell its key without what tells it."""
    begin = front_matter_end(lines)
    shown = lines[:begin]
    is_section = is_options = False
    fence = ""
    for line in lines[begin:]:
        if match := FENCE.match(line):
            fence = "" if fence and match[1].startswith(fence) else fence or match[1]
        is_section = is_section or (not fence and SECTION.match(line) is not None)
        is_options = is_options or MARK.match(line) is not None
        if is_section or (is_options and FEEDBACK.match(line)):
            shown.append(LEFT_OUT)
        elif is_options:
            shown.append(SHARE.sub("(…)", MARK.sub(r"\1[…]", line)))
        else:
            shown.append(GAP.sub("[…]", line))
    return shown


def front_matter_end(lines: list[str]) -> int:
    """How many lines the front matter takes."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    return next((at + 1 for at in range(1, len(lines)) if lines[at].rstrip() == "---"), 0)
