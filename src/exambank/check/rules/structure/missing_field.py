"""STR004 missing-field: a field that every item needs is not there.

Why: without an id an item has no history, without an objective it counts for no domain, without a status nobody knows
whether it may be used. Where an unknown field was meant for the missing one, STR003 alone tells.
Source: docs/format.md, front matter.

Bad:
    ---
    id: planning-quota-001
    status: draft
    ---
Good:
    ---
    id: planning-quota-001
    objective: planning.quota
    status: draft
    ---
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.finding import Fault, Severity, nearest
from exambank.model.from_syntax import fields_of
from exambank.source.discover import source_of
from exambank.syntax.document import Document

NEEDED = {"item": ("id", "objective", "status"), "stimulus": ("id",), "translation": ("translates", "status")}
TRANSLATION = "give it one, or where it is a translation its source, such as `translates: planning-quota-007@1`"
PLACES = {"item": "id", "stimulus": "id", "translation": "translates"}
STANDARDS = {
    "id": "its file's name, `id: {stem}`",
    "objective": "a path in blueprint.yaml",
    "status": "`status: draft`",
    "translates": "its source's id and version, such as `translates: planning-quota-007@1`",
}


def check(document: Document) -> Iterator[Fault]:
    """Each field that is missing or empty."""
    if document.body is None or not document.fields:
        return
    stem = document.path.rpartition("/")[2].removesuffix(".md")
    source = source_of(document.path) if "id" not in document.fields else None
    for name in NEEDED[document.kind]:
        if document.fields.get(name) in (None, "") and not _is_misspelt(document, name):
            yield RULE.finding(
                at=(name,) if name in document.fields else (PLACES[document.kind],),
                message=f"the {document.kind} has no `{name}`",
                mend=f"give it {STANDARDS[name].format(stem=stem)}" if name != "id" or source is None else TRANSLATION,
            )


def _is_misspelt(document: Document, name: str) -> bool:
    """Whether an unknown field was meant for this one, as STR003 says."""
    known = fields_of(document)
    return any(other not in known and nearest(other, list(known)) == name for other in document.fields)


RULE = Rule("STR004", "missing-field", Severity.ERROR, over=Document, check=check)
