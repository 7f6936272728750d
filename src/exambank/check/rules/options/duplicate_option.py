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
from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.finding import Fault, Severity, quoted
from exambank.model.interactions.choice import Option, OptionItem


def check(item: OptionItem) -> Iterator[Fault]:
    """Each option that equals an earlier one, capitals and white space aside; code keeps its capitals."""
    seen: dict[str, int] = {}
    for number, option in enumerate(item.options):
        first = seen.setdefault(folded(option), number)
        if first != number:
            yield RULE.finding(
                at=("options", number, "text"),
                message=f"option {number + 1} says the same as option {first + 1}: {quoted(option.text.source)}",
                mend="write another distractor, or leave it out",
            )


def folded(option: Option) -> str:
    """The option's text as it is compared; symbols, signs and superscripts count."""
    text = unicodedata.normalize("NFC", option.text.normal_form)
    return text if "<code" in text else text.casefold()


RULE = Rule("OPT001", "duplicate-option", Severity.ERROR, over=OptionItem, check=check)
