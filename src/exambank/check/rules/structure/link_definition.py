"""STR020 link-definition: a link's target is defined apart from the link.

Why: stem, options and rationale travel one by one into packages, and a definition stays behind.
Source: docs/format.md, Markdown.

Bad:
    - [x] Ask as in [the guide][1]
    - [ ] Wait

    [1]: https://example.org/guide
Good:
    - [x] Ask as in [the guide](https://example.org/guide)
    - [ ] Wait
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.finding import Fault, Severity
from exambank.syntax.document import Document


def check(document: Document) -> Iterator[Fault]:
    """Each definition, at its line."""
    for line in document.body.definitions if document.body else ():
        yield RULE.finding(
            at=("line", line),
            message="a link's target is defined here, apart from the link",
            mend="write the target into the link: `[text](target)`",
        )


RULE = Rule("STR020", "link-definition", Severity.ERROR, over=Document, check=check)
