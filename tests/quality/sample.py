"""Which items readers label: a random part of every bank, and of each rule's hits so many as there are, up to a number.

What was drawn is on record (`labels/sample.json`), since rules change and another day's hits would draw other items.
"""

import json
import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from pathlib import Path
from typing import Literal

from tests.quality.banks import BANKS, Half
from tests.quality.examined import ExaminedItem
from tests.quality.flaws import CODES

Reason = Literal["random", "hit", "all"]  # drawn whatever the rules say; for a rule's sake; every item of the bank is

FILE = Path(__file__).parent / "labels" / "sample.json"
SEED = 20260
RANDOM = 70  # wild items of each half that are drawn whatever the rules say of them
HITS = 15  # of each rule in each half; what one half lacks the other makes up
MORE_HITS = {"OPT006": 25}  # the commonest cue of all, and the one that a warning is most wanted for


def drawn(items: Iterable[ExaminedItem], before: Mapping[str, Reason]) -> dict[str, Reason]:
    """Digest → why it is drawn: wild items unless some were before, and new original ones; in random order."""
    wild = [item for item in items if not BANKS[item.bank].is_original]
    found = {} if any(item.digest in before for item in wild) else drawn_wild(wild)
    found |= {item.digest: "all" for item in items if BANKS[item.bank].is_original and item.digest not in before}
    order = sorted(found)
    random.Random(SEED).shuffle(order)
    return {digest: found[digest] for digest in order}


def drawn_wild(items: Sequence[ExaminedItem]) -> dict[str, Reason]:
    """The random part, then hits rule by rule, rare ones first."""
    shuffled = sorted(items, key=lambda item: item.digest)
    random.Random(SEED).shuffle(shuffled)
    found: dict[str, Reason] = {item.digest: "random" for item in random_part(shuffled)}
    halves: tuple[tuple[Half | None, int], ...] = (("open", 1), ("held-out", 1), (None, 2))
    for half, times in halves:
        for code in by_rarity(shuffled):
            hits = [item.digest for item in shuffled if code in item.codes and is_in(item, half)]
            missing = times * MORE_HITS.get(code, HITS) - sum(digest in found for digest in hits)
            found |= dict.fromkeys([one for one in hits if one not in found][: max(0, missing)], "hit")
    return found


def is_in(item: ExaminedItem, half: Half | None) -> bool:
    """Whether the item's bank is in this half; None is both."""
    return half is None or BANKS[item.bank].half == half


def random_part(shuffled: Sequence[ExaminedItem]) -> list[ExaminedItem]:
    """Of each half `RANDOM` items, a bank's share growing with the root of its size."""
    size = Counter(item.bank for item in shuffled)
    chosen: list[ExaminedItem] = []
    for bank, count in size.items():
        roots = sum(sqrt(size[other]) for other in size if BANKS[other].half == BANKS[bank].half)
        chosen += [item for item in shuffled if item.bank == bank][: round(RANDOM * sqrt(count) / roots)]
    return chosen


def by_rarity(items: Sequence[ExaminedItem]) -> list[str]:
    """The codes that readers can label, those with the fewest hits first."""
    hits = Counter(code for item in items for code in item.codes)
    return sorted(CODES, key=lambda code: (hits[code], code))


def read_sample() -> dict[str, Reason]:
    """What was drawn so far."""
    found: dict[str, Reason] = json.loads(FILE.read_text("utf-8")) if FILE.is_file() else {}
    return found


def write_sample(sample: Mapping[str, Reason]) -> None:
    """Records what was drawn."""
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(json.dumps(sample, indent=0, sort_keys=True) + "\n", "utf-8")
