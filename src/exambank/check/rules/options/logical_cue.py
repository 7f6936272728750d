"""OPT021 logical-cue: the question asks for a number, and one option alone is one.

Why: all others can be ruled out unread. In preview: none of ten hits on labelled items was right, and a better idea
is needed.
Source: NBME item-writing guide; Tarrant 2006.

Bad:
    How many calls does a rep make?

    - [x] 12
    - [ ] By telephone
    - [ ] With a quote
Good:
    How many calls does a rep make?

    - [x] 12
    - [ ] 24
    - [ ] 36
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.wording import Wording
from exambank.finding import Fault, Severity

LEAST = 3  # options


def check(words: Wording) -> Iterator[Fault]:
    """The only key, if it is the only number."""
    if words.pack is None or words.key is None or len(words.options) < LEAST:
        return
    has_digit = [any(map(str.isdigit, one.text)) for one in words.options]
    is_asked = has_digit.count(True) == 1 and words.pack.options.quantity_words.search(words.lead_in)
    if is_asked and has_digit[words.key.number]:
        yield RULE.finding(
            at=("options", words.key.number, "text"),
            message="the question asks for a number, and one option alone has one",
            mend="make every option a number",
        )


RULE = Rule("OPT021", "logical-cue", Severity.INFO, over=Wording, check=check, is_preview=True, needs_language=True)
