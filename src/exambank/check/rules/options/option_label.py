"""OPT019 option-label: an option begins with a label of its own, such as "A)".

Why: targets put their own letters before options, and shuffle them; the author's then contradict. Only labels that all
options have, in order, count.
Source: imports of banks from word processors; peers' issue lists.

Bad:
    - [x] A) Budget
    - [ ] B) Weather
    - [ ] C) Colour
Good:
    - [x] Budget
    - [ ] Weather
    - [ ] Colour
"""

import re
from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.wording import Wording
from exambank.finding import Fault, FieldEdit, FieldFix, Severity, quoted

LABEL = re.compile(r"\(?(?P<label>[A-Ha-h1-8])(?:[.):]|\\[.)])(?=\s)\s+(?=\S)")


def check(words: Wording) -> Iterator[Fault]:
    """All options' labels, if all have them in order."""
    first = words.options[0].option.text.source[:3] if words.options else ""
    if not any(mark in first for mark in ".):"):
        return
    matches = [LABEL.match(one.option.text.source) for one in words.options]
    found = [match for match in matches if match is not None]
    labels = [match["label"] for match in found]
    if len(found) < len(matches) or not any(
        labels == list(run)[: len(labels)] for run in ("ABCDEFGH", "abcdefgh", "12345678")
    ):
        return
    edits = tuple(FieldEdit(("options", at, "text"), "", match.span()) for at, match in enumerate(found))
    yield RULE.finding(
        at=("options", 0, "text"),
        span=found[0].span(),
        message=f"every option begins with a label of its own, as {quoted(found[0][0].strip())}",
        mend="leave the labels out; targets add theirs",
        fix=FieldFix("leave the labels out", False, ("options",), edits),
    )


RULE = Rule("OPT019", "option-label", Severity.WARNING, over=Wording, check=check, is_preview=True)
