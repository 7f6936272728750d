"""STR008 broken-option-list: the options are not one list of `- [ ]` and `- [x]` entries.

Why: an entry that is no option is lost, and a near miss such as `[X ]` or `[*]` is a key that nobody counts.
Source: docs/format.md, choice; conventions counted over real banks.

Bad:
    - [x] Ask for the budget
    - Wait for the budget
    - [ ] Send a quote
Good:
    - [x] Ask for the budget
    - [ ] Wait for the budget
    - [ ] Send a quote
"""

from collections.abc import Iterator, Sequence

from exambank.check.rule import Rule
from exambank.finding import Fault, FieldPath, Severity, quoted
from exambank.model.from_syntax import CLOZE, gap_sections, interaction_of, is_dropdown, takes_options
from exambank.richtext.from_tokens import passage_tree
from exambank.richtext.tree import BulletList
from exambank.syntax.body import Body, Entry
from exambank.syntax.document import Document

MARKS = "`- [x]` for a key, `- [ ]` for a distractor"


def check(document: Document) -> Iterator[Fault]:
    """The first thing that breaks the list."""
    if document.body is not None and document.kind != "stimulus":
        faults = _faults(document.body, takes_options(document), is_cloze=interaction_of(document) == CLOZE)
        found = next(faults, None)
        if found is not None:
            yield found


def _faults(body: Body, takes: bool, *, is_cloze: bool) -> Iterator[Fault]:
    entries = [entry for entries in body.option_lists for entry in entries]
    if entries and not takes:
        yield RULE.finding(
            at=("options", 0),
            message="the answers go into gaps, so the item has no options beside them"
            if is_cloze
            else "the answer to this item is typed in, so it has no options",
            mend="move them under the heading of their gap, `## Gap …`"
            if is_cloze
            else "write accepted answers as bullets under `## Answer`, or set another `interaction`",
        )
    yield from _entries(("options",), entries)
    if is_cloze:
        yield from _gaps(body)
    if len(body.option_lists) > 1:
        second = len(body.option_lists[0])
        yield RULE.finding(
            at=("options", second),
            message="a second list of options begins here",
            mend="put all options into one list, without another list or text between them",
        )
    if len(entries) == 1:
        yield RULE.finding(at=("options", 0), message="there is one option", mend="give at least two, better three")
    if body.after_options is not None:
        yield RULE.finding(
            at=("after_options",),
            message=f"text stands behind the options: {quoted(body.after_options.source)}",
            mend="move it above the options, or under `## Rationale`",
        )


def _gaps(body: Body) -> Iterator[Fault]:
    """Each gap's section that is not one list, of options or of answers."""
    for anchor, gap in gap_sections(body).items():
        at: FieldPath = ("gaps", anchor)
        if is_dropdown(gap):
            yield from _entries((*at, "options"), gap.entries)
            if len(gap.entries) == 1:
                mend = "give at least two, or write accepted answers as plain bullets"
                yield RULE.finding(at=(*at, "options", 0), message="there is one option in the dropdown", mend=mend)
        blocks = passage_tree(gap.body)
        if gap.entries and (len(blocks) > 1 or not isinstance(blocks[0], BulletList)):
            yield RULE.finding(
                at=at,
                message=f"`## {gap.title}` holds more than one list of options or answers",
                mend="leave one list, and move what is beside it under `## Rationale`",
            )


def _entries(at: FieldPath, entries: Sequence[Entry]) -> Iterator[Fault]:
    for number, entry in enumerate(entries):
        if entry.mark == "":
            yield RULE.finding(
                at=(*at, number),
                message=f"an entry of the option list has no mark: {quoted(entry.text.source)}",
                mend=f"write {MARKS}; a list inside the stem is written with `*`",
            )
        elif not entry.is_option:
            yield RULE.finding(
                at=(*at, number),
                message=f"`{entry.mark}` is no mark of an option",
                mend=f"write {MARKS}",
            )


RULE = Rule("STR008", "broken-option-list", Severity.ERROR, over=Document, check=check)
