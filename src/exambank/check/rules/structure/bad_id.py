"""STR005 bad-id: the id is not of the form that every target takes, or it tells something of the key.

Why: ids become file names and XML names in packages, and candidates may see them.
Source: QTI identifiers are NCNames; leak paths of public banks, docs/security.md.

Bad:
    ---
    id: Planning_Answer_1
    objective: planning.quota
    status: draft
    ---
Good:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: draft
    ---
"""

import re
from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.finding import Fault, Severity, quoted
from exambank.model.base import ITEM_ID
from exambank.syntax.document import Document

FORM = re.compile(ITEM_ID)
LENGTH = 64  # characters; LMSs cut longer titles and file names
TELLING = frozenset({"correct", "answer", "key", "solution"})


def check(document: Document) -> Iterator[Fault]:
    """The id's form, length and words."""
    given = document.fields.get("id")
    if document.body is None or given in (None, ""):
        return
    text = str(given)
    if not isinstance(given, str) or not FORM.fullmatch(text):
        yield RULE.finding(
            at=("id",),
            message=f"the id {quoted(text)} is not lower-case words and numbers with single hyphens between them",
            mend="begin it with a letter, as in `planning-quota-007`",
        )
    elif len(text) > LENGTH:
        yield RULE.finding(
            at=("id",), message=f"the id has {len(text)} characters, at most {LENGTH} fit", mend="shorten it"
        )
    elif telling := TELLING.intersection(text.split("-")):
        yield RULE.finding(
            at=("id",),
            message=f"the id holds the word {quoted(min(telling))}, and candidates may see ids",
            mend="name it after its objective",
        )


RULE = Rule("STR005", "bad-id", Severity.ERROR, over=Document, check=check)
