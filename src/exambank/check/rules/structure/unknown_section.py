"""STR016 unknown-section: a `##` heading that the format does not know, or one that stands twice.

Why: a misspelt `## Rationale` would be dropped from every package, or shown to candidates as part of the stem.
Source: docs/format.md, sections.

Bad:
    - [x] Ask for the budget
    - [ ] Wait for the budget

    ## Rational

    Money comes first.
Good:
    - [x] Ask for the budget
    - [ ] Wait for the budget

    ## Rationale

    Money comes first.
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.finding import Fault, FieldEdit, FieldFix, Severity, nearest, quoted
from exambank.model.from_syntax import ANSWER_SECTION, CLOZE, SECTIONS, interaction_of, options_of, takes_options
from exambank.model.interactions.cloze import gap_id
from exambank.syntax.document import Document


def check(document: Document) -> Iterator[Fault]:
    """Each heading of level 2."""
    if document.body is None:
        return
    seen: set[str] = set()
    titles = {section.title for section in document.body.sections}
    known = SECTIONS if document.kind != "stimulus" else ()
    is_cloze = document.kind != "stimulus" and interaction_of(document) == CLOZE
    for number, section in enumerate(document.body.sections):
        is_gap = document.kind != "stimulus" and gap_id(section.title) is not None  # STR014 looks at its name
        if section.title not in known and not is_gap:
            close = nearest(section.title.title(), list(known))
            yield RULE.finding(
                at=("sections", number),
                message=f"there is no section {quoted(section.title)}",
                fix=renamed(number, section.title, close) if close and close not in titles else None,
                mend=f"write `## {close}`" if close else "write a heading inside a text as `###`",
            )
        elif section.title == ANSWER_SECTION and options_of(document.body) and takes_options(document):
            yield RULE.finding(
                at=("sections", number),
                message="an item with options has no `## Answer`",
                mend="its keys are marked `[x]`; remove the section, or the options and set `interaction`",
            )
        elif section.title == ANSWER_SECTION and is_cloze:
            yield RULE.finding(
                at=("sections", number),
                message="an item with gaps has no `## Answer`",
                mend="write the accepted answers under the heading of their gap, `## Gap …`",
            )
        elif section.title in seen:
            yield RULE.finding(
                at=("sections", number),
                message=f"`## {section.title}` stands twice",
                mend="join the two sections",
            )
        seen.add(section.title)


def renamed(number: int, title: str, close: str) -> FieldFix:
    """The heading by its right name."""
    edit = FieldEdit(("sections", number), close)
    return FieldFix(f"write `## {close}`", False, (title.lower(), close.lower()), (edit,))


RULE = Rule("STR016", "unknown-section", Severity.ERROR, over=Document, check=check)
