"""KEY004 unannounced-keys: several options are keys, and the stem does not say that several are to be chosen.

Why: a candidate who expects one key stops at the first right option. Quiet where the stem announces several ("Choose
two", "Tick all that apply"), names a number, or asks in the plural ("Which foods are …"), and in
languages without a pack.
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

from collections.abc import Iterator

from exambank.check.announced_keys import announced_keys, asks_for_several, ways_of
from exambank.check.rule import Rule
from exambank.check.wording import Wording
from exambank.finding import Fault, FieldEdit, FieldFix, Severity
from exambank.model.interactions.choice import MultipleResponseItem


def check(words: Wording) -> Iterator[Fault]:
    """Multiple response without a number or a plural in the stem."""
    item, pack = words.item, words.pack
    if pack is None or not isinstance(item, MultipleResponseItem):
        return
    plain = item.stem.plain
    if announced_keys(item.stem.source, pack.code) is not None or asks_for_several(plain, pack.code):
        return
    ways = ways_of(pack.code)
    if ways.said.search(plain):
        return
    said = ways.sentence(len(item.keys))
    source = item.stem.source
    is_plain = source[-1:] in {".", "?", "!", ":", "…"} and "\n" not in source.rpartition("\n\n")[2]
    fix = FieldFix(
        f'add "{said}" to the stem',
        is_safe=False,
        changes=("stem",),
        edits=(FieldEdit(("stem",), f" {said}", (len(source), len(source))),),
    )
    yield RULE.finding(
        at=("stem",),
        message=f"{len(item.keys)} options are keys, and the stem does not say so",
        mend=f'end the stem with "{said}"',
        fix=fix if is_plain else None,
    )


RULE = Rule("KEY004", "unannounced-keys", Severity.WARNING, over=Wording, check=check, needs_language=True)
