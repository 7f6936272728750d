"""DUP002 near-duplicate: two items ask almost the same in almost the same words.

Why: a form that holds both asks one thing twice, and one gives the other away. Alike means that four fifths of all runs
of three words in stem and options are in both. Two items ask different things where their keys differ, or where the
stems differ in a word that turns the question (not, except, increase for decrease) or in a sign (< for >); numbers
alone make no difference as long as the key is the same. Enemies, `variants`, items on a stimulus of the same testlet or
of another one, retired items and items of which a part is yet to be written (STR017) are left alone; so are those that
are wholly equal, of which DUP001 tells.
Source: Jaccard's index of word triples, as Broder (1997) has it for copies of web pages; Haladyna, Downing & Rodriguez
2002, items that do not cue each other.

Bad:
    two items of forty words that differ in a name, or in a year
Good:
    one of them, retired or removed; or both, one of which names the other among its `variants`
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from exambank.check.bank_view import BankView
from exambank.check.facts import Facts
from exambank.check.language.pack import pack_for
from exambank.check.rule import Rule
from exambank.check.sketch import LIKE, likeness, nearest, triples, words_of
from exambank.finding import Fault, Severity
from exambank.model.base import RETIRED

SIGN = re.compile(r"[+/=<>^&|~%$€£¥−±×÷√≠≤≥\\]|(?<!\w)-(?=\w)")
SAME_KEY = 0.5  # of the words of both keys, those in both


def check(bank: BankView, limits: Mapping[str, float]) -> Iterator[Fault]:
    """Each item that is like an earlier one, with the one that is most like it."""
    items = [facts for facts in bank.items if facts.status not in RETIRED]
    for number, others in nearest([facts.sketch for facts in items]):
        facts = items[number]
        rivals = [items[other] for other in others if not is_apart(bank, facts, items[other])]
        own = triples(facts.texts) if rivals else set()
        for other in rivals:
            found = likeness(own, triples(other.texts))
            if found >= limits["likeness"] and not is_turned(facts, other):
                yield RULE.finding(
                    at=("stem",),
                    message=f"{other.id} asks almost the same: {found:.0%} of their runs of three words are in both, "
                    f"limit {limits['likeness']:.0%}",
                    mend=f"retire one of the two, or write `variants: [{other.id}]`",
                    path=facts.path,
                )
                break


def is_apart(bank: BankView, one: Facts, other: Facts) -> bool:
    """Whether two items are kept apart by their authors, differ in their keys, or are known to be one."""
    if one.id in other.enemies or other.id in one.enemies or (one.stimulus and other.stimulus):
        return True
    if bank.are_variants(one.id, other.id):
        return True
    return one.id == other.id or one.twin == other.twin or not has_same_key(one.keyed, other.keyed)


def has_same_key(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the keys have most of their words in common, and all of their numbers and signs."""
    if one == other:
        return True
    words, others = key_words(one), key_words(other)
    if len(words & others) < SAME_KEY * len(words | others):
        return False
    return not any(map(has_digit, words ^ others)) and signs("\n".join(one)) == signs("\n".join(other))


@lru_cache(maxsize=1 << 14)
def key_words(keyed: tuple[str, ...]) -> frozenset[str]:
    """The words of a key, or of several."""
    return frozenset(words_of("\n".join(keyed)))


def is_turned(one: Facts, other: Facts) -> bool:
    """Whether the stems differ in a sign, in a word that denies, or in two words that are opposites."""
    first, second = one.texts[0], other.texts[0]
    if signs(first) != signs(second):
        return True
    words, others = Counter(words_of(first)), Counter(words_of(second))
    own, theirs = set(words - others), set(others - words)
    denials, opposites = turning_words(one.language)
    return not denials.isdisjoint(own | theirs) or any((a, b) in opposites for a in own for b in theirs)


@cache
def turning_words(language: str) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """Words of a language that deny, as a text's words are parted, and pairs of opposites, either way round."""
    pack = pack_for(language) if language else None
    if pack is None:
        return frozenset(), frozenset()
    denials = {words_of(word)[-1] for word in pack.stems.negative_words | pack.stems.denial_words}
    pairs = pack.options.opposites
    return frozenset(denials), frozenset((*pairs, *((second, first) for first, second in pairs)))


def signs(text: str) -> Counter[str]:
    """The signs of calculation and code in a text, each as often as it stands there."""
    return Counter(SIGN.findall(text))


def has_digit(word: str) -> bool:
    """Whether a word is a number or has one."""
    return any(map(str.isdigit, word))


RULE = Rule("DUP002", "near-duplicate", Severity.WARNING, over=BankView, check=check, limits={"likeness": LIKE})
