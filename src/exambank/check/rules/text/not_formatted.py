"""TXT006 not-formatted: the file is not as `exambank fmt` would write it.

Why: one form keeps differences in pull requests to what has changed. In preview as a matter of taste, and since
texts with markup are written anew to be compared; `exambank fmt --check` asks the same.
Source: docs/decisions/0001-dependencies.md, mdformat.

Bad:
    * [x] Ask for the budget
    * [ ] Wait
Good:
    - [x] Ask for the budget
    - [ ] Wait
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.finding import Fault, FieldEdit, FieldFix, Severity
from exambank.syntax.document import Document

CHANGES = ("stem", "options", "feedback", "answers", "gaps", "rationale", "hint", "notes")


def check(document: Document) -> Iterator[Fault]:
    """Where the first line differs."""
    if document.body is None:
        return
    from exambank.formatting import formatted_document

    text = formatted_document(document).text
    if text == document.text:
        return
    lines = zip(document.text.split("\n"), text.split("\n"), strict=False)
    first = next((number for number, (old, new) in enumerate(lines, 1) if old != new), 1)
    yield RULE.finding(
        at=("line", first),
        message="from here on the file is not in canonical form",
        mend="run `exambank fmt`",
        fix=FieldFix("write the file in canonical form", True, CHANGES, (FieldEdit(("text",), text),)),
    )


RULE = Rule("TXT006", "not-formatted", Severity.INFO, over=Document, check=check, is_preview=True)
