"""Ids and objectives: which one stands under the cursor, and every place that names it."""

from collections.abc import Iterator
from dataclasses import dataclass

from exambank.check.bank_files import BLUEPRINT_FILE
from exambank.check.facts import Facts
from exambank.finding import FieldPath, Place
from exambank.lsp.bank_index import BankIndex
from exambank.lsp.open_file import OpenFile
from exambank.source.discover import is_item_source

OBJECTIVE, ITEM, STIMULUS = "objective", "item", "stimulus"
SOURCE = "source"  # an item or a stimulus, as a translation names it


@dataclass(frozen=True, slots=True)
class Name:
    """An id with what it is an id of, and where it stands."""

    kind: str
    text: str
    place: Place


def name_at(file: OpenFile, line: int, column: int) -> Name | None:
    """The id under the cursor, in an item, a stimulus or the blueprint."""
    at = file.value_at(line, column)
    if at is None or not isinstance(value := file.value(at), str):
        return None
    kind = _kind_of_item_field(file, at) if is_item_source(file.path) else _kind_of_blueprint_field(file, at)
    place = file.yaml.places[at]
    if kind != SOURCE:
        return Name(kind, value, place) if kind else None
    source_id = value.partition("@")[0]
    is_bare = (place.end_line, place.end_column) == (place.line, place.column + len(value))
    return Name(kind, source_id, place._replace(end_column=place.column + len(source_id)) if is_bare else place)


def meant(bank: BankIndex, name: Name) -> Name:
    """The item or stimulus that a translation names, where there is one; any other name as it is."""
    if name.kind != SOURCE:
        return name
    kinds = (facts.kind for facts in bank.with_id(name.text))
    return Name(next(kinds, SOURCE), name.text, name.place)


def _kind_of_item_field(file: OpenFile, at: FieldPath) -> str | None:
    match at:
        case ("id",):
            return STIMULUS if file.yaml.values.get("kind") == STIMULUS else ITEM
        case ("objective",):
            return OBJECTIVE
        case ("stimulus",):
            return STIMULUS
        case ("translates",):
            return SOURCE
        case ("enemies" | "variants", _):
            return ITEM
    return None


def _kind_of_blueprint_field(file: OpenFile, at: FieldPath) -> str | None:
    match at:
        case ("domains", _, "objectives", _, "id") if file.path == BLUEPRINT_FILE:
            return OBJECTIVE
    return None


def definitions(bank: BankIndex, name: Name) -> Iterator[tuple[OpenFile, Place]]:
    """Where the id is given: the item's or stimulus' own `id`, the objective in blueprint.yaml."""
    if name.kind == OBJECTIVE:
        file = bank.file(BLUEPRINT_FILE)
        for at, place in file.yaml.places.items():
            if _kind_of_blueprint_field(file, at) and file.value(at) == name.text:
                yield file, place
        return
    for facts in bank.with_id(name.text):
        if facts.kind == name.kind:
            yield bank.file(facts.path), facts.place("id")


def references(bank: BankIndex, name: Name) -> Iterator[tuple[OpenFile, Place]]:
    """Every place that names the id, its definition left aside."""
    for facts in translations(bank, name):
        file = bank.file(facts.path)
        yield file, file.document.places.place(("translates",))
    for facts in bank.items():
        if name.kind == OBJECTIVE and facts.objective == name.text:
            yield bank.file(facts.path), facts.place("objective")
        elif names_it(facts, name):
            file = bank.file(facts.path)
            yield from ((file, place) for place in naming_places(file, name))


def translations(bank: BankIndex, name: Name) -> Iterator[Facts]:
    """The translations of the item or the stimulus."""
    if name.kind in (ITEM, STIMULUS):
        yield from (one for one in bank.facts if one.kind == "translation" and one.source_id == name.text)


def names_it(facts: Facts, name: Name) -> bool:
    """Whether an item refers to the item or the stimulus."""
    return name.text in (*facts.enemies, *facts.variants) if name.kind == ITEM else facts.stimulus == name.text


def naming_places(file: OpenFile, name: Name) -> Iterator[Place]:
    """Where the file's front matter refers to the item or the stimulus."""
    for at, place in file.yaml.places.items():
        if at != ("id",) and _kind_of_item_field(file, at) == name.kind and file.value(at) == name.text:
            yield place
