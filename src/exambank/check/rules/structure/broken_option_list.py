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
from exambank.finding import Fault, Severity, quoted
from exambank.model.from_syntax import takes_options
from exambank.syntax.body import Body, Entry
from exambank.syntax.document import Document

MARKS = "`- [x]` for a key, `- [ ]` for a distractor"


def check(document: Document) -> Iterator[Fault]:
    """The first thing that breaks the list."""
    if document.body is not None and document.kind != "stimulus":
        found = next(_faults(document.body, takes_options(document)), None)
        if found is not None:
            yield found


def _faults(body: Body, takes: bool) -> Iterator[Fault]:
    entries = [entry for entries in body.option_lists for entry in entries]
    if entries and not takes:
        yield RULE.finding(
            at=("options", 0),
            message="the answer to this item is typed in, so it has no options",
            mend="write accepted answers as bullets under `## Answer`, or set another `interaction`",
        )
    yield from _entries(entries)
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


def _entries(entries: Sequence[Entry]) -> Iterator[Fault]:
    for number, entry in enumerate(entries):
        if entry.mark == "":
            yield RULE.finding(
                at=("options", number),
                message=f"an entry of the option list has no mark: {quoted(entry.text.source)}",
                mend=f"write {MARKS}; a list inside the stem is written with `*`",
            )
        elif not entry.is_option:
            yield RULE.finding(
                at=("options", number),
                message=f"`{entry.mark}` is no mark of an option",
                mend=f"write {MARKS}",
            )


RULE = Rule("STR008", "broken-option-list", Severity.ERROR, over=Document, check=check)
