"""STR010 no-key: nothing is marked as the right answer.

Why: an item without a key scores every candidate as wrong; other converters export it without a word. Where an option
has no mark, or one such as `[X ]`, which STR008 finds, that may have been meant for the key, and nothing more is said;
nor is it where an item with typed answers has options (STR008), or a section that STR016 finds misspelt.
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
from exambank.finding import Fault, Severity, nearest, plural
from exambank.model.from_syntax import ANSWER_SECTION, CLOZE, gap_sections, interaction_of, options_of, section
from exambank.syntax.body import Body
from exambank.syntax.document import Document

TYPED_IN = ("numeric", "short-text")


def check(document: Document) -> Iterator[Fault]:
    """An option list or a dropdown without `[x]`, a typed-in item or a gap without answers."""
    if document.body is None or document.kind != "item":
        return
    entries = options_of(document.body)
    if entries and all(entry.mark == " " for entry in entries):
        yield RULE.finding(
            at=("options", 0),
            message=f"none of the {len(entries)} options is the key",
            mend="mark the key with `- [x]`",
        )
    interaction = interaction_of(document)
    if interaction == CLOZE:
        yield from _gaps(document.body)
    elif interaction in TYPED_IN and not entries:
        yield from _answers(document.body)


def _answers(body: Body) -> Iterator[Fault]:
    """A section that is not there, or has no bullet; quiet where its title is misspelt, as STR016 tells."""
    answers = section(body, ANSWER_SECTION)
    if answers is not None and not answers.entries:
        yield RULE.finding(
            at=("answer",),
            message="`## Answer` has no bullet",
            mend="write each accepted answer as a bullet, such as `- 12.5`",
        )
    elif answers is None and not any(nearest(one.title, [ANSWER_SECTION]) for one in body.sections):
        yield RULE.finding(
            at=("interaction",),
            message="the item accepts no answer",
            mend="add a section `## Answer` with a bullet for each accepted answer",
        )


def _gaps(body: Body) -> Iterator[Fault]:
    """Each gap that nothing is right in."""
    for anchor, gap in gap_sections(body).items():
        if not gap.entries:
            yield RULE.finding(
                at=("gaps", anchor),
                message=f"`## {gap.title}` accepts no answer",
                mend="write a bullet for each accepted answer, or options with the key marked `- [x]`",
            )
        elif all(entry.mark == " " for entry in gap.entries):
            yield RULE.finding(
                at=("gaps", anchor, "options", 0),
                message=f"none of the {plural(len(gap.entries), 'option')} of `## {gap.title}` is the key",
                mend="mark the key with `- [x]`",
            )


RULE = Rule("STR010", "no-key", Severity.ERROR, over=Document, check=check)
