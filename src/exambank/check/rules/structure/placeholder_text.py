"""STR017 placeholder-text: a text that somebody meant to write later.

Why: what is left from a template reaches candidates, since nothing else is wrong with it.
Source: docs/rules, structure; marks that authors and editors use.

Bad:
    - [x] Ask for the budget
    - [ ] TODO
Good:
    - [x] Ask for the budget
    - [ ] Wait for the budget
"""

import re
from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.text_fields import whole_source
from exambank.finding import Fault, FieldPath, Severity, quoted
from exambank.model.interactions.choice import OptionItem
from exambank.model.item import AnyItem
from exambank.richtext.text import RichText

MARKS = re.compile(r"\b(?:TODO|TBD|FIXME|XXX)\b|\b[Ll]orem [Ii]psum\b|\?\?\?")
BARE = re.compile(r"(?:option|answer|choice|distractor)(?: ?[a-h1-8])?\.?", re.IGNORECASE)
SIGNS = ("TODO", "TBD", "FIXME", "XXX", "orem", "???")  # one of these stands in whatever MARKS finds
BARE_LENGTH = 20  # characters, white space around it included; nothing longer matches BARE
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def check(item: AnyItem) -> Iterator[Fault]:
    """The stem, the options and the rationale, code left aside."""
    whole = whole_source(item)
    holds_marks = any(sign in whole for sign in SIGNS)
    if holds_marks:
        yield from _marks(("stem",), item.stem)
        if item.rationale is not None:
            yield from _marks(("rationale",), item.rationale)
    for number, option in enumerate(item.options if isinstance(item, OptionItem) else ()):
        at = ("options", number, "text")
        if len(option.text.source) <= BARE_LENGTH and BARE.fullmatch(option.text.source.strip()):
            yield RULE.finding(at=at, message=f"the option reads {quoted(option.text.source)}", mend="write its text")
        elif holds_marks:
            yield from _marks(at, option.text)


def _marks(at: FieldPath, text: RichText) -> Iterator[Fault]:
    if not any(sign in text.source for sign in SIGNS):
        return
    match = MARKS.search(CODE.sub(lambda code: " " * len(code[0]), text.source))
    if match:
        yield RULE.finding(
            at=at,
            message=f"{quoted(match[0])} stands for a text to come",
            mend="write the text",
            span=match.span(),
        )


RULE = Rule("STR017", "placeholder-text", Severity.ERROR, over=AnyItem, check=check)
