"""TXT007 external-link: a link leads candidates out of the exam.

Why: the page behind it moves or changes, a locked browser shuts it out, and an open one lets candidates leave the exam
and tells a stranger's server that they sit it. Links in the rationale and in feedback are shown afterwards, and stay.
Source: practice of locked browsers; docs/format.md, Markdown.

Bad:
    - [x] What [the guide](https://example.org/guide) says
    - [ ] Wait
Good:
    - [x] What the guide says
    - [ ] Wait
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from exambank.check.rule import Rule
from exambank.check.shown_texts import shown_texts
from exambank.finding import Fault, Severity, quoted
from exambank.model.item import AnyItem
from exambank.richtext.plain import inlines_of
from exambank.richtext.tree import Link

OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
WRITTEN = re.compile(r"\]\(\s*<?(?:[a-z][a-z0-9+.-]*:|//)|<[a-z][a-z0-9+.-]*[:@]", re.IGNORECASE)


def check(item: AnyItem) -> Iterator[Fault]:
    """Each link of the stem, the options and the hint to somewhere else."""
    for at, text in shown_texts(item):
        source = text.source
        if ("](" not in source and "<" not in source) or not WRITTEN.search(source):
            continue
        end = 0
        for link in inlines_of(text.tree):
            if isinstance(link, Link) and OUTSIDE.match(link.target):
                target = link.target if link.target in source else unquote(link.target)
                start = source.find(target, end)
                end = max(end, start + len(target))
                yield RULE.finding(
                    at=at,
                    span=(start, end) if start >= 0 else None,
                    message=f"the link leads out of the exam: {quoted(target)}",
                    mend="quote what candidates need of it, and name the page in `references`",
                )


RULE = Rule("TXT007", "external-link", Severity.INFO, over=AnyItem, check=check, signs=("](", "<"), is_preview=True)
