"""The skeleton of a new item: an id that nothing in the bank has, and placeholders that `check` finds (STR017)."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from exambank.check.bank_view import BankView
from exambank.check.rules.structure.bad_id import LENGTH, TELLING
from exambank.model.base import ITEM_ID, RETIRED
from exambank.source.digest import digest_of
from exambank.source.read import read

ID_LINE = re.compile(r"^id:[ \t]*[\"']?([a-z0-9-]+)", re.MULTILINE)
NUMBER = re.compile(r"-(\d{1,9})\Z")
DIGITS = 3  # of an id's number, at least
ITEMS = "items"


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A new item's id, its path in the bank and its text."""

    id: str
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What the author settled: the interaction, and the id, if it is not to be made."""

    interaction: str = "choice"
    id: str | None = None


def skeleton(root: Path, view: BankView, domain: str, objective: str, asked: Asked) -> Skeleton:
    """The skeleton of an item for an objective of a domain.

    Raises:
        ValueError: the id that was asked for is taken, or is none.
    """
    taken = taken_ids(root, view)
    if asked.id is not None and (fault := id_fault(asked.id, taken)):
        raise ValueError(fault)
    item_id = asked.id or fresh_id(domain, objective, taken)
    path = posixpath.join(folder_of(view, domain, objective), f"{item_id}.md")
    return Skeleton(item_id, path, text_of(item_id, objective, asked.interaction))


def taken_ids(root: Path, view: BankView) -> dict[str, str]:
    """Every id that is or was in the bank → where: items of every status, files by name, and the lock's history.

    A file that cannot be read as an item counts by its name and by the `id:` that stands in it.
    """
    taken = {name.partition("@")[0]: "keys.lock" for name in view.lock.entries}
    for path in sorted(view.files):
        if path.endswith(".md"):
            taken[posixpath.basename(path)[:-3].casefold()] = path
    for path in sorted(view.unread):
        taken.update((match[1], path) for match in ID_LINE.finditer(read(root, path).text))
    taken.update((facts.id, facts.path) for facts in (*view.stimuli, *view.items))
    return taken


def id_fault(item_id: str, taken: dict[str, str]) -> str | None:
    """Why a new item cannot have this id, if it cannot."""
    if not re.fullmatch(ITEM_ID, item_id) or len(item_id) > LENGTH:
        return f"an id is up to {LENGTH} lower-case letters and digits with single hyphens, as in planning-quota-007"
    if telling := TELLING.intersection(item_id.split("-")):
        return f"the id holds the word {min(telling)}, and candidates may see ids"
    return f"the id {item_id} is taken, by {taken[item_id]}" if item_id in taken else None


def fresh_id(domain: str, objective: str, taken: Iterable[str]) -> str:
    """DOMAIN-WORD-NNN: the objective's own words, and one more than the largest number of the domain.

    A number below it that is free may be that of an item that was removed, whose id is never used again.
    """
    taken = set(taken)
    prefix = _words(domain)
    words = [*prefix, *_words(objective.partition(".")[2])]
    if not words or not words[0][0].isalpha():
        words.insert(0, "item")
    begin = "-".join(prefix) + "-" if prefix else ""
    numbers = [int(found[1]) for name in taken if name.startswith(begin) and (found := NUMBER.search(name))]
    number = max(numbers, default=0)
    while True:
        number += 1
        end = f"-{number:0{DIGITS}}"
        item_id = "-".join(words)[: LENGTH - len(end)].rstrip("-") + end
        if item_id not in taken:
            return item_id


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[.-]+", name) if word and word not in TELLING]


def folder_of(view: BankView, domain: str, objective: str) -> str:
    """The folder that holds most items of objectives named like this one; without any, items/DOMAIN."""
    family = objective.partition(".")[0] + "."
    live = (facts for facts in view.items if facts.status not in RETIRED and facts.objective.startswith(family))
    folders = Counter(posixpath.dirname(facts.path) for facts in live)
    if folders:
        return min(folders, key=lambda folder: (-folders[folder], folder))
    return posixpath.join(ITEMS, domain)


def text_of(item_id: str, objective: str, interaction: str) -> str:
    """The file's text, in canonical form."""
    told = f"interaction: {interaction}\n" if interaction in ("numeric", "short-text") else ""
    header = f"---\nid: {item_id}\n{told}objective: {objective}\nstatus: draft\n---\n\n"
    return header + BODIES[interaction].format(options=_options(item_id, interaction)) + RATIONALE


def _options(item_id: str, interaction: str) -> str:
    """Options with the key where the id's digest puts it, so that keys do not all come first."""
    keys, distractors = (2, 3) if interaction == "multiple-response" else (1, 2)
    lines = [f"- [x] {text}" for text in KEYS[:keys]]
    lines += [f"- [ ] {text}" for text in DISTRACTORS[:distractors]]
    turn = int(digest_of([item_id])[:8], 16) % len(lines)
    return "\n".join(lines[turn:] + lines[:turn])


KEYS = ("TODO: what is right", "TODO: what is right as well")
DISTRACTORS = (
    "TODO: what somebody who errs would choose",
    "TODO: what somebody who errs in another way would choose",
    "TODO: what somebody who has only half understood would choose",
)

BODIES = {
    "choice": """\
TODO: the question, which can be answered before the options are read?

{options}
""",
    "multiple-response": """\
TODO: the question, which can be answered before the options are read? (Choose two.)

{options}
""",
    "true-false": """\
TODO: a statement that is wholly true or wholly false.

- [x] True
- [ ] False
""",
    "numeric": """\
TODO: the question, which names the unit and how exact the number is to be?

## Answer

- 0 TODO
""",
    "short-text": """\
TODO: the question, which a word or a few answer?

## Answer

- TODO
""",
    "cloze": """\
TODO: a text with [____](#gap-a) to choose for, and [____](#gap-b) to write.

## Gap a

{options}

## Gap b

- TODO
""",
}
RATIONALE = """
## Rationale

TODO: why the key is right, and no other.
"""
