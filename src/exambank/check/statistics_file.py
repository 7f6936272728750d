"""`statistics.json`: read strictly, one line an entry so that a diff and a merge stay readable."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NoReturn

import msgspec
from msgspec import Struct

from exambank.check.bank_files import BAD_BANK_FILE
from exambank.finding import FieldPath, Finding, Place, Severity, quoted
from exambank.keys.lock import APART, CONFLICT
from exambank.model.checked import checked
from exambank.model.statistics import ENTRY, ItemStatistics, Statistics
from exambank.source.discover import STATISTICS_FILE
from exambank.source.read import read
from exambank.syntax.json_places import doubled, json_places
from exambank.syntax.positions import Places, place_of

FORMAT = 1
NAME = re.compile(ENTRY, re.ASCII)
SEE = "see docs/statistics.md"
NAME_LENGTH = 80
_DECODER = msgspec.json.Decoder(Statistics)

Fault = tuple[FieldPath, str, str]  # a field, what is wrong with it, and the mend


class StatisticsFile(Struct, frozen=True, dict=True):
    """The entries that are sound by themselves, by `id@version`, and what is wrong with the others."""

    entries: Mapping[str, ItemStatistics]
    findings: tuple[Finding, ...] = ()
    text: str = ""

    @cached_property
    def places(self) -> Places:
        """Where each field stands, looked for when a finding asks."""
        return json_places(STATISTICS_FILE, self.text)


def read_statistics(root: Path) -> StatisticsFile:
    """The bank's statistics; what cannot be used is told of, entry by entry."""
    source = read(root, STATISTICS_FILE)
    if source.fault is not None:
        offset, message, mend = source.fault
        return StatisticsFile({}, (_finding(place_of(STATISTICS_FILE, source.text, offset), message, mend),))
    return parse_statistics(source.text)


def parse_statistics(text: str) -> StatisticsFile:
    """The statistics that a file's text holds."""
    entries = _plain_entries(text)
    if entries is not None:
        return StatisticsFile(entries, text=text)
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(CONFLICT):
            place = Place(STATISTICS_FILE, number, 1, number, len(line) + 1)
            return StatisticsFile({}, (_finding(place, "a merge conflict was left here", "take both sides' lines"),))
    twice = False

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal twice
        made = dict(found)
        twice = twice or len(made) != len(found)
        return made

    try:
        data = json.loads(text, object_pairs_hook=pairs, parse_constant=_refused)
    except json.JSONDecodeError as error:
        place = Place(STATISTICS_FILE, error.lineno, error.colno, error.lineno, error.colno + 1)
        return StatisticsFile({}, (_finding(place, f"it is not JSON: {error.msg}", SEE),))
    except (ValueError, RecursionError) as error:
        message = f"it is not JSON: {str(error).partition(';')[0]}"
        return StatisticsFile({}, (_finding(Place(STATISTICS_FILE), message, SEE),))
    found: dict[str, ItemStatistics] = {}
    faults = _doubled(text) if twice else list(_faults(data, found))
    places = json_places(STATISTICS_FILE, text) if faults else Places(STATISTICS_FILE)
    findings = [_finding(places.place(at), message, mend) for at, message, mend in faults]
    return StatisticsFile(found, tuple(findings), text)


def _plain_entries(text: str) -> dict[str, ItemStatistics] | None:
    """The entries of a file that is right in every respect; None where the other reader has to look.

    It is decoded by type. Names that stand twice in an object are not seen by that: so there must be as many colons
    behind strings as there are fields, and none behind a blank.
    """
    try:
        found = _DECODER.decode(text)
    except (ValueError, RecursionError, msgspec.MsgspecError):
        return None
    if APART.search(text) is not None or text.count('":') != 2 + sum(map(_names, found.items.values())):
        return None
    return found.items


def _names(entry: ItemStatistics) -> int:
    """How many names its line holds, where none is given as null."""
    count = 5 + (entry.discrimination is not None) + (entry.omitted != 0)
    if entry.options:
        count += 1
        for option in entry.options.values():
            count += 2 + (option.r is not None) + (option.top is not None)
    return count


def _refused(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _doubled(text: str) -> list[Fault]:
    at = doubled(text) or ()
    return [(at, f"{quoted(str(at[-1]))} stands twice", "keep the one that is right")]


def _faults(data: Any, found: dict[str, ItemStatistics]) -> Iterator[Fault]:
    """What is wrong with the file; entries that are right are put into `found`."""
    if not isinstance(data, dict) or type(data.get("format")) is not int or data["format"] != FORMAT:
        yield ("format",), f"it is no statistics file of format {FORMAT}", SEE
        return
    if not isinstance(data.get("items"), dict):
        yield ("items",), "`items` is to hold the entries by `id@version`", SEE
        return
    for name in [name for name in data if name not in {"format", "items"}]:
        yield (name,), f"there is no field {quoted(name)}", SEE
    for name, values in data["items"].items():
        at = ("items", name)
        if NAME.fullmatch(name) is None or len(name) > NAME_LENGTH:
            yield at, f"{quoted(name)} is no item with its version", "write such as `planning-quota-007@1`"
            continue
        entry, refused = checked(ItemStatistics, values)
        if entry is not None:
            found[name] = entry
        for bad in refused:
            yield _explained((*at, *bad.at), bad.message)


def _explained(at: FieldPath, message: str) -> Fault:
    """What a model refuses, in words for those fields whose form nobody guesses."""
    if at[-1] == "[key]":
        return at[:-1], f"{quoted(str(at[-2]))} is no option's id", "docs/statistics.md shows how to list the ids"
    if at[2:] in {("key",), ("text",)} and "pattern" in message:
        return at, f"`{at[2]}` is no digest of 64 hexadecimal digits", "copy it from the item's line in keys.lock"
    return at, message, SEE


def _finding(place: Place, message: str, mend: str) -> Finding:
    """A finding whose words hold nothing that JSON can write and no terminal should get."""
    words = "".join(one if one.isprintable() else "\ufffd" for one in " ".join(message.split()))
    return Finding(*BAD_BANK_FILE, Severity.ERROR, words, mend, place)


def write_statistics(entries: Mapping[str, ItemStatistics]) -> str:
    """The file's text: entries in order of name, one a line; what is not known is left out."""
    lines = [f'"{name}": {json.dumps(_plain(entry))}' for name, entry in sorted(entries.items())]
    body = ",\n".join(lines)
    return f'{{"format": {FORMAT}, "items": {{\n{body}\n}}}}\n'


def _plain(entry: ItemStatistics) -> dict[str, Any]:
    values = entry.model_dump(exclude={"options", "omitted"}, exclude_none=True)
    if entry.options:
        values["options"] = {name: one.model_dump(exclude_none=True) for name, one in sorted(entry.options.items())}
    return {**values, "omitted": entry.omitted} if entry.omitted else values
