"""STR010 no-key: nothing is marked as the right answer.

Why: an item without a key scores every candidate as wrong; other converters export it without a word. Where an option
has no mark, or one such as `[X ]`, which STR008 finds, that may have been meant for the key, and nothing more is said.
Source: the field's silent losses, docs/decisions/0004-losses.md.

Bad:
    - [ ] Ask for the budget
    - [ ] Wait for the budget
Good:
    - [x] Ask for the budget
    - [ ] Wait for the budget
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.finding import Fault, Severity
from exambank.model.from_syntax import ANSWER_SECTION, interaction_of, options_of, section
from exambank.syntax.document import Document

TYPED_IN = ("numeric", "short-text")


def check(document: Document) -> Iterator[Fault]:
    """An option list without `[x]`, or a typed-in item without answers."""
    if document.body is None or document.kind != "item":
        return
    entries = options_of(document.body)
    if entries and all(entry.mark == " " for entry in entries):
        yield RULE.finding(
            at=("options", 0),
            message=f"none of the {len(entries)} options is the key",
            mend="mark the key with `- [x]`",
        )
    if interaction_of(document) in TYPED_IN:
        answers = section(document.body, ANSWER_SECTION)
        if answers is None or not answers.entries:
            yield RULE.finding(
                at=("interaction",),
                message="the item accepts no answer",
                mend="add a section `## Answer` with a bullet for each accepted answer",
            )


RULE = Rule("STR010", "no-key", Severity.ERROR, over=Document, check=check)
