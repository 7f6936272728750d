"""STR014 gap-mismatch: the gaps of the text and their sections are not the same.

Why: a gap without a section has no key, and a section that no gap names is a key to nothing. Two gaps with one name
would be one answer in two places.
Source: docs/format.md, cloze.

Bad:
    A forecast is [____](#gap-a) of what a team expects to sell.

    ## Gap b

    - an estimate
Good:
    A forecast is [____](#gap-a) of what a team expects to sell.

    ## Gap a

    - an estimate
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from exambank.check.rule import Rule
from exambank.finding import Fault, Severity, nearest, quoted
from exambank.model.from_syntax import CLOZE, gap_sections, has_gaps, interaction_of
from exambank.model.interactions.cloze import GAP_ID, gap_span, gap_targets
from exambank.richtext.text import RichText
from exambank.syntax.body import Body, Section
from exambank.syntax.document import Document

NAME = "a name is small letters, digits and single hyphens: `#gap-a` for `## Gap a`"


def check(document: Document) -> Iterator[Fault]:
    """Each gap that has no section of its own, then each section that no gap names."""
    body = document.body
    if body is None or document.kind == "stimulus":
        return
    interaction = interaction_of(document)
    if interaction != CLOZE:
        if has_gaps(body):
            yield RULE.finding(
                at=("interaction",),
                message=f"the item has gaps, and `interaction: {interaction}` has none",
                mend="remove `interaction`, which the gaps tell, or the gaps",
            )
        return
    stem = RichText(body.stem.source, passage=body.stem)
    targets = list(gap_targets(stem))
    sections = gap_sections(body)
    if not targets and not sections:
        mend = "link it to its section: `[____](#gap-a)` and `## Gap a`"
        yield RULE.finding(at=("stem",), message="the text has no gap", mend=mend)
    orphans = {anchor: section for anchor, section in sections.items() if anchor not in targets}
    yield from _gaps(stem, targets, sections, orphans)
    yield from _sections(body, orphans)


def _gaps(
    stem: RichText, targets: list[str], sections: dict[str, Section], orphans: dict[str, Section]
) -> Iterator[Fault]:
    """What is wrong with each gap; an orphan that it was meant for is no other fault."""
    for number, target in enumerate(targets):
        before = targets[:number].count(target)
        name = unquote(target)
        span = gap_span(stem, target, before) or gap_span(stem, name, before)
        if before == 1:
            yield RULE.finding(
                at=("stem",),
                span=span,
                message=f"two gaps are called `#{target}`",
                mend="give each gap a name and a section of its own",
            )
        elif not before and re.search(GAP_ID, target) is None:
            orphans.pop(name.lower(), None)
            yield RULE.finding(at=("stem",), span=span, message=f"{quoted('#' + name)} is no gap's name", mend=NAME)
        elif not before and target not in sections:
            close = nearest(target, list(orphans))
            title = _title(target)
            mend = f"add a section `## {title}` with its options or answers"
            if close is not None:
                mend = f"write `#{close}`, or call the section {quoted(orphans.pop(close).title)} `## {title}`"
            yield RULE.finding(at=("stem",), span=span, message=f"the gap `#{target}` has no section", mend=mend)


def _sections(body: Body, orphans: dict[str, Section]) -> Iterator[Fault]:
    for number, section in enumerate(body.sections):
        for anchor, orphan in orphans.items():
            if orphan is section:
                yield RULE.finding(
                    at=("sections", number),
                    message=f"no gap of the text links to {quoted('## ' + section.title)}",
                    mend=f"write `[____](#{anchor})` where it belongs, or remove the section"
                    if re.search(GAP_ID, anchor)
                    else NAME,
                )


def _title(target: str) -> str:
    """The section's title that makes this anchor."""
    return "Gap " + target.removeprefix("gap-")


RULE = Rule("STR014", "gap-mismatch", Severity.ERROR, over=Document, check=check)
