"""STR003 unknown-field: the front matter holds a field that the format does not know.

Why: a misspelt field is silently a missing one; a house's own fields begin with `x-`.
Source: docs/format.md, front matter.

Bad:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: draft
    dificulty: 0.6
    ---
Good:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: draft
    difficulty: 0.6
    ---
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.finding import Fault, FieldEdit, FieldFix, Severity, nearest
from exambank.model.from_syntax import HOUSE, fields_of, item_fields
from exambank.syntax.document import Document

KINDS = {"item": "an item", "stimulus": "a stimulus", "translation": "a translation"}


def check(document: Document) -> Iterator[Fault]:
    """Each key of the front matter that no field has."""
    if document.body is None:
        return
    known = fields_of(document)
    if document.fields.keys() <= known:
        return
    for name in document.fields:
        if name in known or name.startswith(HOUSE):
            continue
        if document.kind == "translation" and name in item_fields():
            yield RULE.finding(
                at=("keys", name),
                message=f"`{name}` comes from the translation's source",
                mend="remove it here; a translation has only " + ", ".join(f"`{one}`" for one in sorted(known)),
            )
            continue
        close = nearest(name, list(known))
        yield RULE.finding(
            at=("keys", name),
            message=f"`{name}` is no field of {KINDS[document.kind]}",
            fix=renamed(name, close) if close and close not in document.fields else None,
            mend=f"write `{close}`" if close else f"remove it, or call it `{HOUSE}{name}` if it is the house's own",
        )


def renamed(name: str, close: str) -> FieldFix:
    """The field by its right name."""
    return FieldFix(f"write `{close}`", False, (name, close), (FieldEdit(("keys", name), close),))


RULE = Rule("STR003", "unknown-field", Severity.ERROR, over=Document, check=check)
