"""Options of choice items: distinct, of like length, without long words of the stem."""

import random
import re
from dataclasses import dataclass

from tests.bench.subjects import Subject

LONGEST = 1.15  # key over the longest distractor, in characters; the rule longest-key warns at 1.25
WORD = re.compile(r"[a-z]{5,}")
NEAR_MISSES = (
    "Treats the {thing} as the cause, although the trouble lies elsewhere in the shift's records.",
    "Helps on a quiet day, yet here {limit}.",
    "Costs time that is short, because {limit}.",
    "Hides the sign for a while; {sign} again by the next round.",
    "A habit from older sites where nobody had to mind the {thing}.",
    "Would suit a planned stop, and this is a case that began {event}.",
    "Puts {gain} at risk for a small saving.",
    "Answers a complaint rather than the finding that {sign}.",
    "Moves the load to a neighbour who has no room for it.",
    "Tempting, since it is quick, but nothing is known of the {thing} by then.",
)
FITTING = (
    "Fits, since it serves {gain} while {limit}.",
    "This meets the finding that {sign} and leaves room to step back.",
    "The handbook asks for it {event}, with {gain} as the aim.",
    "It acts on the {thing} itself, which is what the records point to.",
)

SLIPS = (
    "counting the first day twice",
    "taking the share off at the start and again at the end",
    "dividing where the rule asks for a product",
    "rounding each day before adding up",
    "reading the share as a whole number",
    "leaving the loss out",
    "using the value of one day for the whole week",
)
AFTERTHOUGHTS = (
    "",
    "",
    " The {person} would see the effect too late.",
    " A trial at {place} showed as much {years} years ago.",
    " Beginners often overlook that {other}.",
    " The review would ask why {sign} in the first place.",
    " What remains is the question of {gain}.",
)


@dataclass(frozen=True, slots=True)
class Option:
    """What a choice item offers, whether it is a key, and why."""

    text: str
    is_key: bool
    note: str


def steps(rng: random.Random, subject: Subject, stem: str, count: int) -> list[str]:
    """Phrases for things to do, without a long word of the stem, and no part twice."""
    barred = stems(stem)
    verbs = [verb for verb in subject.verbs if not stems(verb) & barred]
    objects = [thing for thing in subject.objects if not stems(thing) & barred]
    ways = [way for way in subject.ways if not stems(way) & barred]
    chosen = zip(rng.sample(verbs, count), rng.sample(objects, count), rng.sample(ways, count), strict=True)
    return [" ".join(parts) for parts in chosen]


def stems(text: str) -> set[str]:
    """The first five letters of every longer word."""
    return {word[:5] for word in WORD.findall(text.lower())}


def keyed(rng: random.Random, texts: list[str], count: int) -> set[int]:
    """Positions of `count` keys, none of which stands out by its length."""
    positions = list(range(len(texts)))
    while True:
        keys = set(rng.sample(positions, count))
        longest = max(len(texts[position]) for position in positions if position not in keys)
        if all(len(texts[key]) <= LONGEST * longest for key in keys):
            return keys


def annotated(rng: random.Random, texts: list[str], keys: set[int], words: dict[str, str]) -> list[Option]:
    """Options with a note each; `words` fill the notes."""
    fitting, missing = rng.sample(FITTING, len(keys)), rng.sample(NEAR_MISSES, len(texts) - len(keys))
    return [
        Option(text, number in keys, note(rng, (fitting if number in keys else missing).pop(), words))
        for number, text in enumerate(texts)
    ]


def note(rng: random.Random, pattern: str, words: dict[str, str]) -> str:
    """A note of one sentence or two."""
    return (pattern + rng.choice(AFTERTHOUGHTS)).format(**words)


def amounts(rng: random.Random, value: int, unit: str) -> list[Option]:
    """Four rising amounts with `value`, a multiple of 20, at a random position."""
    position = rng.randrange(4)
    factors = {-3: 0.25, -2: 0.5, -1: 0.8, 0: 1.0, 1: 1.25, 2: 2.0, 3: 4.0}
    numbers = [round(value * factors[place - position]) for place in range(4)]
    notes = [f"{number:,} {unit} comes of {slip}." for number, slip in zip(numbers, rng.sample(SLIPS, 4), strict=True)]
    notes[position] = f"Working step by step gives {value:,} {unit}."
    return [Option(f"{n:,} {unit}", n == value, note) for n, note in zip(numbers, notes, strict=True)]
