"""Word lists of six trades, from which the benchmark's items are put together."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).with_name("subjects.toml")
LISTS = ("people", "places", "things", "events", "signs", "limits", "verbs", "objects", "ways", "gains")


@dataclass(frozen=True, slots=True)
class Subject:
    """One domain: its share of a form in percent, and the phrases its items are made of.

    Only `verbs`, `objects` and `ways` make options. `measures` are (quantity, unit), `terms` (word, meaning).
    """

    id: str
    title: str
    weight: int
    people: tuple[str, ...]
    places: tuple[str, ...]
    things: tuple[str, ...]
    events: tuple[str, ...]
    signs: tuple[str, ...]
    limits: tuple[str, ...]
    verbs: tuple[str, ...]
    objects: tuple[str, ...]
    ways: tuple[str, ...]
    gains: tuple[str, ...]
    measures: tuple[tuple[str, str], ...]
    terms: tuple[tuple[str, str], ...]


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a text that parts them by commas."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(","))


def pairs(text: str) -> tuple[tuple[str, str], ...]:
    """The pairs of a text, `left: right` between commas."""
    parted = (phrase.partition(": ") for phrase in phrases(text))
    return tuple((left, right) for left, _, right in parted)


def read_subject(table: dict[str, Any]) -> Subject:
    """A subject from its table in the word file."""
    return Subject(
        id=table["id"],
        title=table["title"],
        weight=table["weight"],
        measures=pairs(table["measures"]),
        terms=pairs(table["terms"]),
        **{name: phrases(table[name]) for name in LISTS},
    )


SUBJECTS = tuple(read_subject(table) for table in tomllib.loads(SOURCE.read_text("utf-8"))["subject"])
