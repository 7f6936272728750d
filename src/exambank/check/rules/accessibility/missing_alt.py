"""ACC001 missing-alt: a picture has no alternative text.

Why: a candidate who cannot see the picture cannot answer. An ornament says so: `![](frame.png "decorative")`.
Source: WCAG 2.2, success criterion 1.1.1.

Bad:
    - [x] ![](funnel.png)
    - [ ] None of them
Good:
    - [x] ![A funnel of five stages](funnel.png)
    - [ ] None of them
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.text_fields import text_fields
from exambank.finding import Fault, Severity, quoted
from exambank.model.item import AnyItem
from exambank.richtext.plain import inlines_of
from exambank.richtext.tree import Image


def check(item: AnyItem) -> Iterator[Fault]:
    """Each picture without words that is not marked as decorative."""
    for at, text in text_fields(item):
        if "![" not in text.source:
            continue
        for image in inlines_of(text.tree):
            if isinstance(image, Image) and not image.alternative.strip() and image.title != "decorative":
                start = max(0, text.source.find("![]"))
                yield RULE.finding(
                    at=at,
                    span=(start, start + 2),
                    message=f"the picture {quoted(image.source)} has no alternative text",
                    mend='say in the brackets what it shows, or mark an ornament with "decorative" as its title',
                )


RULE = Rule("ACC001", "missing-alt", Severity.ERROR, over=AnyItem, check=check, signs=("![",))
