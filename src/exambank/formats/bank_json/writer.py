"""Writes exambank's own package: pictures, then bank.json with an item a line."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from pydantic_core import to_jsonable_python

from exambank.formats.bank_json.pictures import packaged_source
from exambank.formats.bank_json.schema import DOCUMENT, NAME, OWN_SETTINGS, PRIVATE, SECRET, VERSION
from exambank.formats.contract import Audience, Fragment, Frame, Unit
from exambank.keys.audience import candidate_view, without_html
from exambank.model.base import Frozen
from exambank.model.interactions.choice import OptionItem
from exambank.model.interactions.cloze import ClozeItem, Gap
from exambank.model.interactions.numeric import NumericItem
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus

CHUNK = 500  # items joined to bytes at a time
EXACT_WHOLE = 2**53  # up to here every JSON reader keeps a whole number as it is
TEXTS = ("stem", "rationale", "hint")


def fragment(unit: Unit, audience: Audience) -> Fragment:
    """The item as a line of JSON, and its stimulus as another."""
    parts = {"item": _line(item_record(unit, audience))}
    if unit.stimulus is not None:
        stimulus = unit.stimulus
        if audience is Audience.CANDIDATE:
            stimulus = stimulus.model_copy(update={"text": without_html(stimulus.text)})
        parts["stimulus"] = _line(_stimulus_record(stimulus, unit.pictures))
        parts["stimulus id"] = unit.stimulus.id
    return Fragment(unit.item.id, (), parts)


def item_record(unit: Unit, audience: Audience) -> dict[str, Any]:
    """The item's fields as the package has them; what is None is left out."""
    if audience is Audience.INSTRUCTOR:
        record = unit.item.model_dump(exclude=PRIVATE, exclude_none=True)
        return _with_pictures(record, unit.item, unit.pictures)
    item = candidate_view(unit.item)
    record = item.model_dump(exclude=SECRET, exclude_none=True)
    if isinstance(item, OptionItem):
        record["options"] = _shown(record["options"])
    if isinstance(item, ClozeItem):
        record["gaps"] = [{"id": gap["id"], "options": _shown(gap["options"])} for gap in record["gaps"]]
    if isinstance(item, NumericItem):
        record["units"] = [answer.unit for answer in item.answers if answer.unit]
    return _with_pictures(record, item, unit.pictures)


def _shown(options: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{"id": option["id"], "text": option["text"]} for option in options]


def _with_pictures(record: dict[str, Any], item: AnyItem, names: Mapping[str, str]) -> dict[str, Any]:
    if not names:
        return record
    for field in TEXTS:
        if field in record:
            record[field] = packaged_source(getattr(item, field), names)
    _rename(record, item, names)
    for entry, gap in zip(record.get("gaps", ()), getattr(item, "gaps", ()), strict=False):
        _rename(entry, gap, names)
    return record


def _rename(record: dict[str, Any], owner: AnyItem | Gap, names: Mapping[str, str]) -> None:
    for field in ("options", "answers"):
        for entry, part in zip(record.get(field, ()), getattr(owner, field, ()), strict=False):
            for inner in ("text", "feedback"):
                if inner in entry and not isinstance(getattr(part, inner), str):
                    entry[inner] = packaged_source(getattr(part, inner), names)


def _stimulus_record(stimulus: Stimulus, names: Mapping[str, str]) -> dict[str, Any]:
    record = stimulus.model_dump(exclude_none=True)
    record["text"] = packaged_source(stimulus.text, names)
    return record


def _line(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=_plain)
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair, which YAML can write
        return json.dumps(value, default=_plain)
    return text


def _plain(value: object) -> Any:
    """A decimal as a number where every JSON reader gets it exactly, else as a string; dates and the like."""
    if not isinstance(value, Decimal):
        return to_jsonable_python(value)
    if value == value.to_integral_value():
        return int(value) if abs(value) <= EXACT_WHOLE else format(value, "f")
    binary = float(value)
    return binary if Decimal(repr(binary)) == value else str(value)


def package(frame: Frame, fragments: Iterable[Fragment]) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The package's files in order."""
    media: list[dict[str, Any]] = []
    for path, data in frame.media:
        media.append({"path": path, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data)})
        yield path, (data,)
    yield DOCUMENT, _document(frame, fragments, media)


def _document(frame: Frame, fragments: Iterable[Fragment], media: list[dict[str, Any]]) -> Iterator[bytes]:
    stimuli: dict[str, str] = {}
    yield (
        f'{{\n"format": "{NAME}",\n"version": {VERSION},\n"audience": "{frame.audience}",\n'
        f'"bank": {_block(frame.bank, OWN_SETTINGS)},\n"blueprint": {_block(frame.blueprint)},\n"items": ['
    ).encode()
    waiting: list[str] = []
    separator = "\n"
    for one in fragments:
        waiting.append(separator + one.parts["item"])
        separator = ",\n"
        if "stimulus" in one.parts:
            stimuli[one.parts["stimulus id"]] = one.parts["stimulus"]
        if len(waiting) == CHUNK:
            yield "".join(waiting).encode()
            waiting.clear()
    listed = ",\n".join(stimuli[name] for name in sorted(stimuli))
    pictures = ",\n".join(map(_line, media))
    yield "".join([*waiting, f'\n],\n"stimuli": [\n{listed}\n],\n"media": [\n{pictures}\n]\n}}\n']).encode()


def _block(model: Frozen, without: frozenset[str] = frozenset()) -> str:
    return json.dumps(
        model.model_dump(exclude_none=True, exclude=without), ensure_ascii=False, indent=1, default=_plain
    )
