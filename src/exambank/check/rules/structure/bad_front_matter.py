"""STR002 bad-front-matter: the YAML between the `---` lines cannot be read, or there is none.

Why: an item without readable front matter has no id, so nothing else about it can be tracked.
Source: docs/format.md, front matter is one YAML mapping without tags, anchors or duplicate keys.

Bad:
    ---
    id: first
    id: second
    ---
Good:
    ---
    id: first
    ---
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.finding import Fault, Severity
from exambank.syntax.document import Document


def check(document: Document) -> Iterator[Fault]:
    """The first fault of the YAML, or its absence."""
    if document.yaml_fault is not None:
        yield RULE.finding(at=("file",), message=document.yaml_fault.message, mend=document.yaml_fault.mend)
    elif document.encoding_fault is None and not document.fields:
        yield RULE.finding(
            at=("file",),
            message="the file has no front matter",
            mend="begin it with `---`, fields such as `id:`, `---`",
        )


RULE = Rule("STR002", "bad-front-matter", Severity.ERROR, over=Document, check=check)
