"""KEY003 choose-n-mismatch: the stem asks for another number of options than there are keys.

Why: a candidate who does as told cannot get the item right. A question such as "Which two metals …" counts where there
are several keys, and "Which two of these …" or "Which two statements …" also where there is one, unless the options are
pairs themselves ("iron and tin").
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

from exambank.check.announced_keys import Announced, announced_keys, ways_of
from exambank.check.rule import Rule
from exambank.check.wording import Wording
from exambank.finding import Fault, Severity
from exambank.model.interactions.choice import OptionItem


def check(words: Wording) -> Iterator[Fault]:
    """The number announced in the stem against the keys."""
    item, language = words.item, words.pack.code if words.pack else ""
    if not isinstance(item, OptionItem) or ways_of(language).count_words.isdisjoint(words.tokens):
        return
    found = announced_keys(item.stem.source, language)
    keys = len(item.keys)
    if found is None or found.count == keys or (found.count is None and keys > 1):
        return
    if _asks_for_a_pair(item, found, language):
        return
    wanted = "all that apply" if found.count is None else str(found.count)
    yield RULE.finding(
        at=("stem",),
        span=found.span,
        message=f"the stem asks for {wanted}, and {keys} {'option is a key' if keys == 1 else 'options are keys'}",
        mend="make the stem and the marks agree",
        severity=Severity.WARNING if found.count is None else Severity.ERROR,
    )


def _asks_for_a_pair(item: OptionItem, found: Announced, language: str) -> bool:
    """Whether one option may hold all that a question asks for."""
    if not found.is_question or len(item.keys) > 1:
        return False
    pairs = ways_of(language).pairs
    return not found.is_of_options or any(pairs.search(option.text.plain) for option in item.options)


RULE = Rule("KEY003", "choose-n-mismatch", Severity.ERROR, over=Wording, check=check)
