"""STR011 key-count: the number of keys is not what the interaction says.

Why: a single choice with two keys cannot be scored, and where every option is a key the item measures nothing.
Source: faults of real banks, docs/format.md, choice.

Bad:
    - [x] Ask for the budget
    - [x] Wait for the budget
Good:
    - [x] Ask for the budget
    - [ ] Wait for the budget
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.finding import Fault, Severity
from exambank.model.from_syntax import CLOZE, gap_sections, interaction_of, options_of
from exambank.syntax.body import Body
from exambank.syntax.document import Document

ONE_KEY = ("choice", "true-false")


def check(document: Document) -> Iterator[Fault]:
    """Several keys in a single choice, or no distractor."""
    if document.body is None or document.kind != "item":
        return
    if interaction_of(document) == CLOZE:
        yield from _dropdowns(document.body)
        return
    entries = options_of(document.body)
    keys = [number for number, entry in enumerate(entries) if entry.mark == "x"]
    interaction = interaction_of(document)
    if interaction in ONE_KEY and len(keys) > 1:
        yield RULE.finding(
            at=("options", keys[1]),
            message=f"{len(keys)} options are keys, and a {interaction} item has one",
            mend="leave one `[x]`, or set `interaction: multiple-response`",
        )
    elif len(entries) > 1 and len(keys) == len(entries):
        yield RULE.finding(
            at=("options", keys[1]),
            message=f"all {len(keys)} options are keys, so every answer is right",
            mend="mark distractors with `[ ]`",
        )


def _dropdowns(body: Body) -> Iterator[Fault]:
    for anchor, gap in gap_sections(body).items():
        keys = [number for number, entry in enumerate(gap.entries) if entry.mark == "x"]
        if len(keys) > 1:
            yield RULE.finding(
                at=("gaps", anchor, "options", keys[1]),
                message=f"{len(keys)} options of `## {gap.title}` are keys, and a dropdown has one",
                mend="leave one `[x]`",
            )


RULE = Rule("STR011", "key-count", Severity.ERROR, over=Document, check=check)
