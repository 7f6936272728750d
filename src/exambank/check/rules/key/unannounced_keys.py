"""KEY004 unannounced-keys: several options are keys, and the stem does not say that several are to be chosen.

Why: a candidate who expects one key stops at the first right option. Quiet where the stem announces several ("Choose
two", "Tick all that apply"), names a number, or asks in the plural ("Which foods are …"), and on items whose `lang`
is another than English.
Source: item-writing practice of certification programmes; docs/rules.

Bad:
    Which question comes first?

    - [x] Budget
    - [x] Authority
    - [ ] Weather
Good:
    Which question comes first? (Choose two.)

    - [x] Budget
    - [x] Authority
    - [ ] Weather
"""

import re
from collections.abc import Iterator

from exambank.check.announced_keys import ASK, NUMBERS, announced_keys, asks_for_several
from exambank.check.rule import Rule
from exambank.finding import Fault, FieldEdit, FieldFix, Severity
from exambank.model.interactions.choice import MultipleResponseItem

COUNT = r"(?:two|three|four|five|[2-5])"
SAID = re.compile(
    rf"\b(?:which|what|name|are)\b[^.?!]*\b(?:{COUNT}|all)\b|(?:\A|[.?!:]\s+){ASK}{COUNT}\b", re.IGNORECASE
)


def check(item: MultipleResponseItem) -> Iterator[Fault]:
    """Multiple response without a number or a plural in the stem."""
    if item.lang is not None and item.lang.partition("-")[0].lower() != "en":
        return  # the ways to say it are known in English alone
    plain = item.stem.plain
    if announced_keys(item.stem.source) is not None or SAID.search(plain) or asks_for_several(plain):
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
