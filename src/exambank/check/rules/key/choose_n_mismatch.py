"""KEY003 choose-n-mismatch: the stem asks for another number of options than there are keys.

Why: a candidate who does as told cannot get the item right.
Source: 15 of 17 such items of one large public bank.

Bad:
    Which questions come first? (Choose two.)

    - [x] Budget
    - [x] Authority
    - [x] Need
    - [ ] Weather
Good:
    Which questions come first? (Choose three.)

    - [x] Budget
    - [x] Authority
    - [x] Need
    - [ ] Weather
"""

from collections.abc import Iterator

from exambank.check.announced_keys import announced_keys
from exambank.check.rule import Rule
from exambank.finding import Fault, Severity
from exambank.model.interactions.choice import OptionItem


def check(item: OptionItem) -> Iterator[Fault]:
    """The number announced in the stem against the keys."""
    found = announced_keys(item.stem.source)
    keys = len(item.keys)
    if found is None or found.count == keys or (found.count is None and keys > 1):
        return
    wanted = "all that apply" if found.count is None else str(found.count)
    yield RULE.finding(
        at=("stem",),
        span=found.span,
        message=f"the stem asks for {wanted}, and {keys} {'option is a key' if keys == 1 else 'options are keys'}",
        mend="make the stem and the marks agree",
        severity=Severity.WARNING if found.count is None else Severity.ERROR,
    )


RULE = Rule("KEY003", "choose-n-mismatch", Severity.ERROR, over=OptionItem, check=check)
