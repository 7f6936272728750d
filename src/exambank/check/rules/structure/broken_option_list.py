"""STR008 broken-option-list: the options are not one list of `- [ ]` and `- [x]` entries.

Why: an entry that is no option is lost, and a near miss such as `[X ]` or `[*]` is a key that nobody counts. Found too
are items that have no option at all and name no interaction, and options without the space behind the dash, or without
the dash, which Markdown reads as more text of what stands above them.
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

import re
from collections.abc import Iterator, Sequence

from exambank.check.expression import expression
from exambank.check.rule import Rule
from exambank.finding import Fault, FieldPath, Severity, quoted
from exambank.model.from_syntax import CLOZE, gap_sections, interaction_of, is_dropdown, takes_options
from exambank.richtext.from_tokens import passage_tree
from exambank.richtext.tree import BulletList
from exambank.syntax.body import Body, Entry, Passage
from exambank.syntax.document import Document

LOOSE = expression(r"^ {0,3}(?:[-*+]|\d{1,9}[.)])?[ \t]*[\[(][ \t]*[xX*✓]?[ \t]*[\])][ \t]*\S", re.MULTILINE)
LISTED = expression(r"^ {0,3}(?:[-*+]|\d{1,9}[.)])(?=[ \t]+\S)", re.MULTILINE)
SWALLOWED = expression(  # "-[ ] B", "• [x] B", "[ ] B" at the beginning of a line; "[x] denotes" is mathematics
    r"^ {0,3}(?:(?:[-*+–—•·]|\d{1,2}[.)]|[A-Ha-h][.)])[ \t]*\[[ \t]*[xX✓]?[ \t]*\][ \t]*[^\s(:\[]"
    r"|\[[ \t]+\][ \t]*[^\s(:\[]|\[[xX]\][ \t]+(?![a-z])\w)",
    re.MULTILINE,
)
MARKS = "`- [x]` for a key, `- [ ]` for a distractor"


def check(document: Document) -> Iterator[Fault]:
    """The first thing that breaks the list."""
    body = document.body
    if body is None or document.kind == "stimulus" or not document.fields:
        return
    interaction = interaction_of(document)
    if interaction is None and document.kind == "item" and not body.option_lists:
        yield _no_options(body.stem.source)
        return
    found = next(_faults(body, takes_options(document), is_cloze=interaction == CLOZE), None)
    if found is not None:
        yield found


def _no_options(stem: str) -> Fault:
    """An item without options that says nowhere how it is answered, and what in its stem was meant for some."""
    if meant := LOOSE.search(stem):
        line = stem[meant.start() :].partition("\n")[0]
        return RULE.finding(
            at=("stem",),
            span=(meant.start(), meant.start() + len(line)),
            message=f"{quoted(line)} is no option",
            mend=f"write {MARKS}, with a space on either side of the brackets",
        )
    if listed := LISTED.search(stem):
        return RULE.finding(
            at=("stem",),
            span=listed.span(),
            message="the entries of this list have no marks",
            mend=f"write {MARKS}, or set `interaction` if the list is part of the question",
        )
    return RULE.finding(
        at=("id",),
        message="the item has no options, and no `interaction` says how else it is answered",
        mend=f"write options, {MARKS}; or set `interaction`, or `kind: stimulus` if it is no item",
    )


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
    if entries and (lost := _lost_in(("stem",), body.stem)) is not None:
        yield lost
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
        for name, passage in (("text", entry.text), ("feedback", entry.feedback)):
            if passage is not None and (lost := _lost_in((*at, number, name), passage)) is not None:
                yield lost


def _lost_in(at: FieldPath, passage: Passage) -> Fault | None:
    """The first line of a passage that was meant for an option and is read as text of what stands above it."""
    source = passage.source
    if "[" not in source or (at[0] != "stem" and "\n" not in source):
        return None
    start = 0 if at[0] == "stem" else source.index("\n") + 1
    for match in SWALLOWED.finditer(source, start):
        before = source[: match.start()]
        if (before.count("```") + before.count("~~~")) % 2 == 0:  # else it stands in code
            line = source[match.start() :].partition("\n")[0]
            above = "option" if at[-1] == "text" else at[-1]
            return RULE.finding(
                at=at,
                span=(match.start(), match.start() + len(line)),
                message=f"{quoted(line.strip())} is no option, but text of the {above} above",
                mend=f"write {MARKS}, from the beginning of the line and with a space on either side of the brackets",
            )
    return None


RULE = Rule("STR008", "broken-option-list", Severity.ERROR, over=Document, check=check)
