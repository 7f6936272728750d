"""Items of the bench bank as texts, and copies of them with a few words changed, added or left out.

Only longer words are touched, since a sign or a "not" makes another question.
"""

import random
import re
from collections.abc import Sequence

from tests.bench.generate import compose_item

from exambank.check.sketch import LIKE, likeness, triples

Texts = tuple[str, ...]
EDITS = 8  # at most, in a copy
WORD = re.compile(r"[a-z]{5,}")


def bench_texts(items: int, seed: int) -> list[tuple[Texts, Texts]]:
    """Stem and options of the bank's first items, as the facts of an item hold them, and the keys' texts."""
    drafts = (compose_item(number, seed, single_choice=False)[3] for number in range(items))
    return [
        (
            ("\n\n".join(draft.stem), *(option.text for option in draft.options)),
            tuple(option.text for option in draft.options if option.is_key) or tuple(draft.answers),
        )
        for draft in drafts
    ]


def planted(texts: Sequence[Texts], copies: int, seed: int) -> list[tuple[int, Texts]]:
    """Copies that are still alike (Jaccard of `LIKE` or more) with the numbers of their originals."""
    dice = random.Random(seed)
    words = sorted({word for text in texts[:500] for word in WORD.findall(" ".join(text))})
    found: list[tuple[int, Texts]] = []
    while len(found) < copies:
        number = dice.randrange(len(texts))
        copy = edited(texts[number], dice.randrange(1, EDITS + 1), words, dice)
        if likeness(triples(texts[number]), triples(copy)) >= LIKE:
            found.append((number, copy))
    return found


def edited(texts: Texts, edits: int, words: Sequence[str], dice: random.Random) -> Texts:
    """The texts after so many changes of one word each."""
    parted = [text.split() for text in texts]
    for _ in range(edits):
        text = dice.choice(parted)
        places = [at for at, word in enumerate(text) if WORD.fullmatch(word)]
        if places:
            at = dice.choice(places)
            text[at : at + 1] = dice.choice(([dice.choice(words)], [dice.choice(words), text[at]], []))
    return tuple(map(" ".join, parted))
