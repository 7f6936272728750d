"""OPT001 duplicate-option: two options say the same.

Why: if one of them is the key, both are; if neither is, both can be ruled out. LMSs that store answers by their text
cannot tell them apart.
Source: Tarrant 2006; about 2 % of the items of one large public bank.

Bad:
    - [x] Ask for the budget
    - [ ] Wait
    - [ ] wait
Good:
    - [x] Ask for the budget
    - [ ] Wait
    - [ ] Send a quote
"""

import unicodedata
from collections.abc import Iterator, Sequence

from exambank.check.rule import Rule
from exambank.finding import Fault, FieldPath, Severity, quoted
from exambank.model.interactions.choice import Option, OptionItem
from exambank.model.interactions.cloze import ClozeItem


def check(item: OptionItem | ClozeItem) -> Iterator[Fault]:
    """Each option that equals an earlier one of its list, capitals and white space aside; code keeps its capitals."""
    if isinstance(item, OptionItem):
        yield from _doubles((), item.options)
        return
    for gap in item.dropdowns:
        yield from _doubles(("gaps", gap.id), gap.options)


def _doubles(within: FieldPath, options: Sequence[Option]) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for number, option in enumerate(options):
        first = seen.setdefault(folded(option), number)
        if first != number:
            yield RULE.finding(
                at=(*within, "options", number, "text"),
                message=f"option {number + 1} says the same as option {first + 1}: {quoted(option.text.source)}",
                mend="write another distractor, or leave it out",
            )


def folded(option: Option) -> str:
    """The option's text as it is compared; symbols, signs and superscripts count."""
    text = unicodedata.normalize("NFC", option.text.normal_form)
    return text if "<code" in text else text.casefold()


RULE = Rule("OPT001", "duplicate-option", Severity.ERROR, over=OptionItem | ClozeItem, check=check)
