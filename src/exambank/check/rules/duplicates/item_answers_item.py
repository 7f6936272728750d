"""DUP003 item-answers-item: the text of an item's key stands in the stem of another item, or in a stimulus.

Why: who meets both on one form reads the answer in the other. Looked for are keys of three telling words or more, word
for word. Quiet where the two are enemies, variants or on one stimulus, where the item's own stem or stimulus holds the
words as well, where the other text holds a distractor of the item too, so that it gives nothing away, and for retired
items. Words that stand in more than three others are what the exam is about, and give nothing away either.
Source: Haladyna, Downing & Rodriguez 2002, guideline 4, items that are independent of each other.

Bad:
    the key "Ask who signs the contract", and an item that begins "To ask who signs the contract is the first step."
Good:
    both, as enemies
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from exambank.check.bank_view import BankView
from exambank.check.facts import Facts
from exambank.check.key_text import holds
from exambank.check.rule import Rule
from exambank.check.sketch import unpacked
from exambank.finding import Fault, Severity
from exambank.model.base import RETIRED


def check(bank: BankView, limits: Mapping[str, float]) -> Iterator[Fault]:
    """Each item whose key is told elsewhere, with the first place."""
    items = [facts for facts in bank.items if facts.status not in RETIRED]
    passages = {facts.id: facts for facts in bank.stimuli if facts.status not in RETIRED}
    users: defaultdict[str, list[Facts]] = defaultdict(list)
    for facts in items:
        users[facts.stimulus].append(facts)
    found: defaultdict[str, dict[str, Facts]] = defaultdict(dict)
    for facts, key, other in candidates(items, [*items, *passages.values()]):
        own = [facts, passages[facts.stimulus]] if facts.stimulus in passages else [facts]
        is_shown = any(holds(one.texts[0], key) for one in own)
        is_kept_apart = is_apart(facts, other, users) or bank.are_variants(facts.id, other.id)
        if not is_shown and tells(other, facts, key) and not is_kept_apart:
            found[facts.path][other.path] = other
    for facts in items:
        if 0 < len(found.get(facts.path, ())) <= limits["places"]:
            yield fault(facts, [other for _, other in sorted(found[facts.path].items())])


def candidates(items: list[Facts], others: list[Facts]) -> Iterator[tuple[Facts, str, Facts]]:
    """Items, the text of a key, and others whose stem or text has a triple of that key."""
    wanted: defaultdict[int, list[tuple[Facts, str]]] = defaultdict(list)
    for facts in items:
        for number, anchor in zip(facts.keys, facts.anchors, strict=False):
            if anchor:
                wanted[anchor].append((facts, facts.texts[1 + number]))
    anchors = frozenset(wanted)
    for other in others:
        for anchor in sorted(anchors.intersection(unpacked(other.asked))):
            yield from ((facts, key, other) for facts, key in wanted[anchor] if facts is not other)


def is_apart(facts: Facts, other: Facts, users: defaultdict[str, list[Facts]]) -> bool:
    """Whether no form shows the one beside the other, or shows them together by design."""
    if other.kind == "stimulus":
        rivals = [user for user in users[other.id] if user.id != facts.id]
        return facts.stimulus == other.id or all(is_apart(facts, user, users) for user in rivals)
    is_enemy = facts.id in other.enemies or other.id in facts.enemies
    return is_enemy or facts.id == other.id or bool(facts.stimulus and facts.stimulus == other.stimulus)


def tells(other: Facts, facts: Facts, key: str) -> bool:
    """Whether the other's stem or text holds the key, and no distractor of two words or more."""
    text = other.texts[0]
    distractors = [option for number, option in enumerate(facts.texts[1:]) if number not in facts.keys]
    return holds(text, key) and not any(" " in one.strip() and holds(text, one) for one in distractors)


def fault(facts: Facts, others: list[Facts]) -> Fault:
    """The finding, at the stem of the item that is given away."""
    first = others[0]
    line = first.place("stem").line
    part = "text" if first.kind == "stimulus" else "stem"
    more = f", and in {len(others) - 1} more" if len(others) > 1 else ""
    return RULE.finding(
        at=("stem",),
        message=f"the words of the key stand in the {part} of {first.id} ({first.path}:{line}){more}",
        mend="make the two enemies, or say it in other words there",
        path=facts.path,
    )


RULE = Rule(
    "DUP003", "item-answers-item", Severity.WARNING, over=BankView, check=check, limits={"places": 3}, is_preview=True
)
