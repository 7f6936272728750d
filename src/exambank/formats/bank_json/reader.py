"""Reads exambank's own package item by item; what the schema refuses is told with a JSON pointer."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any
from zipfile import ZipFile

from pydantic import ValidationError

from exambank.finding import Finding
from exambank.formats.asi.faults import broken, refused
from exambank.formats.bank_json.schema import (
    CANDIDATE_RECORDS,
    DOCUMENT,
    PRIVATE,
    RECORDS,
    Header,
    MediaEntry,
    part_schema,
)
from exambank.formats.bank_json.stream import START, JsonFault, members
from exambank.formats.contract import Audience, ReadItem
from exambank.formats.zip_entry import ZipFault, open_entry, read_entry
from exambank.model.base import Frozen
from exambank.model.interactions.choice import Option
from exambank.model.interactions.cloze import ClozeItem, Gap, gap_targets
from exambank.model.interactions.numeric import NumericAnswer
from exambank.model.item import INTERACTIONS, AnyItem
from exambank.model.stimulus import Stimulus
from exambank.model.validation import Form

ARRAYS = frozenset({"items", "stimuli", "media"})
HEADER = frozenset(Header.model_fields)
Shape = type[Frozen] | type[Form]
TOLD = 20  # findings a value; a value of another shape has one for each of its fields


def read(archive: ZipFile) -> Iterator[ReadItem]:
    """The items in order; a fault in the document or its pictures costs a finding."""
    try:
        yield from _Package(archive).items()
    except (ZipFault, JsonFault) as fault:
        yield ReadItem(DOCUMENT, None, None, (broken(DOCUMENT, str(fault)),))


class _Package:
    """One package while it is read."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._header: dict[str, Any] = {}
        self._stimuli: dict[str, Stimulus] | None = None

    def _members(self) -> Iterator[tuple[str, int | None, Any]]:
        with open_entry(self._archive, DOCUMENT) as entry:
            yield from members(entry.read, ARRAYS)

    def items(self) -> Iterator[ReadItem]:
        """What the document holds, in its order."""
        seen: set[str] = set()
        for name, position, value in self._members():
            path = f"{DOCUMENT}#/{name}" if position in (None, START) else f"{DOCUMENT}#/{name}/{position}"
            if position == START:
                if ARRAYS.isdisjoint(seen) and (findings := list(_faults(Header, self._header, DOCUMENT))):
                    yield ReadItem(DOCUMENT, None, None, tuple(findings))
                    return
            elif position is not None:
                yield from self._element(name, path, value)
            elif name in HEADER:
                self._header[name] = value
            else:
                words = "is not an array" if name in ARRAYS else "is no member of a package"
                yield _fault(path, f"`{name[:60]}` {words}")
            seen.add(name)
        for name in sorted((HEADER | ARRAYS) - seen):
            yield _fault(DOCUMENT, f"`{name}` is missing")

    def _element(self, name: str, path: str, value: Any) -> Iterator[ReadItem]:
        if name == "items":
            yield self._item(path, value)
            return
        findings = list(_faults(Stimulus if name == "stimuli" else MediaEntry, value, path))
        if name == "media" and not findings and (words := self._picture_fault(value)):
            findings = [refused(path, words)]
        if findings:
            yield ReadItem(path, None, None, tuple(findings))

    def _picture_fault(self, entry: Mapping[str, Any]) -> str | None:
        try:
            data = read_entry(self._archive, entry["path"])
        except ZipFault as fault:
            return str(fault)
        return None if hashlib.sha256(data).hexdigest() == entry["sha256"] else f"{entry['path']} has another digest"

    def _item(self, path: str, value: Any) -> ReadItem:
        interaction = value.get("interaction") if isinstance(value, dict) else None
        if not isinstance(interaction, str) or interaction not in INTERACTIONS:
            return _fault(path, f"an item is an object with an `interaction` of {', '.join(INTERACTIONS)}")
        try:
            item = self._candidates_item(interaction, value) if self._is_for_candidates else _item(interaction, value)
        except ValidationError:
            item = None
        if item is None:
            records = CANDIDATE_RECORDS if self._is_for_candidates else RECORDS
            return ReadItem(path, None, None, tuple(_faults(records[interaction], value, path)))
        if isinstance(item, ClozeItem) and tuple(gap_targets(item.stem)) != tuple(gap.id for gap in item.gaps):
            return _fault(path, "the stem does not link to each of the `gaps`, in their order and once")
        if item.stimulus is None:
            return ReadItem(path, item, None)
        stimulus = self._stimulus(item.stimulus)
        if stimulus is None:
            return _fault(path, f"the stimulus {item.stimulus!r} is not in the package")
        return ReadItem(path, item, stimulus)

    @property
    def _is_for_candidates(self) -> bool:
        return bool(self._header["audience"] == Audience.CANDIDATE)

    def _candidates_item(self, interaction: str, value: dict[str, Any]) -> AnyItem:
        record = CANDIDATE_RECORDS[interaction].model_validate(value)
        fields = {name: getattr(record, name) for name in type(record).model_fields}
        if "options" in fields:
            fields["options"] = _keyless(fields["options"])
        elif "gaps" in fields:
            fields["gaps"] = tuple(Gap(id=gap.id, options=_keyless(gap.options)) for gap in fields["gaps"])
        else:
            fields["answers"] = tuple(NumericAnswer(unit=unit) for unit in fields.pop("units", ()))
        return INTERACTIONS[interaction](**fields)

    def _stimulus(self, identifier: str) -> Stimulus | None:
        """A stimulus; they stand after the items, so the first that is asked for has the document read once more."""
        if self._stimuli is None:
            found = [value for name, position, value in self._members() if name == "stimuli" and position is not None]
            good = [value for value in found if not any(_faults(Stimulus, value, ""))]
            self._stimuli = {one.id: one for one in map(Stimulus.model_validate, good)}
        return self._stimuli.get(identifier)


def _keyless(options: Iterable[Any]) -> tuple[Option, ...]:
    return tuple(Option(id=option.id, text=option.text, is_key=False) for option in options)


def _item(interaction: str, value: dict[str, Any]) -> AnyItem | None:
    if not PRIVATE.isdisjoint(value):
        return None
    return INTERACTIONS[interaction].model_validate(value)


def _fault(path: str, words: str) -> ReadItem:
    return ReadItem(path, None, None, (refused(path, words),))


def _faults(shape: Shape, value: Any, path: str) -> Iterator[Finding]:
    """What is wrong with a value by its schema, and by the model where that asks for more."""
    try:
        shape.model_validate(value)
    except ValidationError as error:
        told = False
        for one in list(_validator(shape).iter_errors(value))[:TOLD]:
            told = True
            meant = next(
                (part for part in one.context or () if part.validator != "type"), one
            )  # a bound, of either type
            yield refused(path + "".join(f"/{part}" for part in one.absolute_path), meant.message[:300])
        for other in [] if told else error.errors(include_url=False, include_context=False, include_input=False):
            yield refused(path + "".join(f"/{part}" for part in other["loc"]), other["msg"])


@cache
def _validator(shape: Shape) -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(part_schema(shape))
