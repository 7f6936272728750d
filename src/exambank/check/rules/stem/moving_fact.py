"""STM013 moving-fact: what is asked is true "currently", and the item does not say when that was.

Why: the key is right until the fact moves, and nobody is told. Looked for in the lead-in only, since a scenario may say
"currently" of itself: words such as currently, nowadays, this year, as of today, "the latest version". Quiet where the
stem names a year, or the item has a reference, so that someone can look again.
Source: maintenance of item banks; docs/format.md, references.

Bad:
    What is the latest version of the price list called?

    - [x] Spring
    - [ ] Autumn
    - [ ] Winter
Good:
    What was the price list of 2026 called?

    - [x] Spring
    - [ ] Autumn
    - [ ] Winter
"""

import re
from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.wording import Wording, span_of, unquoted
from exambank.finding import Fault, Severity, quoted

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def check(words: Wording) -> Iterator[Fault]:
    """The first such words of the lead-in."""
    pack = words.pack
    if pack is None or words.vocabulary.isdisjoint(pack.stems.moving_words) or words.item.references:
        return
    match = pack.stems.moving.search(unquoted(words.lead_in))
    if match is not None and YEAR.search(words.stem) is None:
        yield RULE.finding(
            at=("stem",),
            span=span_of(words.item.stem, match[0]),
            message=f"{quoted(match[0])} moves on, and the item names neither a date nor a reference",
            mend="say as of when, name the version, or give a reference with the date it was checked",
        )


RULE = Rule("STM013", "moving-fact", Severity.INFO, over=Wording, check=check, is_preview=True, needs_language=True)
