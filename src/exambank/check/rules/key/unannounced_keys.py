"""KEY004 unannounced-keys: several options are keys, and the stem does not say how many to choose.

Why: a candidate who expects one key stops at the first right option.
Source: item-writing practice of certification programmes; docs/rules.

Bad:
    Which questions come first?

    - [x] Budget
    - [x] Authority
    - [ ] Weather
Good:
    Which questions come first? (Choose two.)

    - [x] Budget
    - [x] Authority
    - [ ] Weather
"""

import re
from collections.abc import Iterator

from exambank.check.announced_keys import NUMBERS, announced_keys
from exambank.check.rule import Rule
from exambank.finding import Fault, FieldEdit, FieldFix, Severity
from exambank.model.interactions.choice import MultipleResponseItem

SAID = re.compile(r"\b(?:which|what|name|are)\b[^.?!]*\b(?:two|three|four|five|[2-5]|all)\b", re.IGNORECASE)


def check(item: MultipleResponseItem) -> Iterator[Fault]:
    """Multiple response without a number in the stem."""
    if announced_keys(item.stem.source) is not None or SAID.search(item.stem.plain):
        return
    words = {number: word for word, number in NUMBERS.items()}
    count = words.get(len(item.keys), str(len(item.keys)))
    source = item.stem.source
    is_plain = source[-1:] in {".", "?", "!", ":", "…"} and "\n" not in source.rpartition("\n\n")[2]
    fix = FieldFix(
        f'add "(Choose {count}.)" to the stem',
        is_safe=False,
        changes=("stem",),
        edits=(FieldEdit(("stem",), f" (Choose {count}.)", (len(source), len(source))),),
    )
    yield RULE.finding(
        at=("stem",),
        message=f"{len(item.keys)} options are keys, and the stem does not say so",
        mend=f'end the stem with "(Choose {count}.)"',
        fix=fix if is_plain else None,
    )


RULE = Rule("KEY004", "unannounced-keys", Severity.WARNING, over=MultipleResponseItem, check=check)
