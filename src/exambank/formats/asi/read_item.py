"""An assessment item's document into the model."""

import posixpath
import re
from collections.abc import Iterable
from typing import Any

from lxml.etree import _Element
from pydantic import ValidationError

from exambank.finding import Finding
from exambank.formats.asi.element import (
    XML_LANG,
    child,
    children,
    descendants,
    get,
    interactions,
    name_of,
)
from exambank.formats.asi.faults import lost, refused, unknown
from exambank.formats.asi.item import RATIONALE, STIMULUS, neutral_title
from exambank.formats.asi.read_choice import options
from exambank.formats.asi.read_cloze import gaps, is_cloze
from exambank.formats.asi.read_text_box import answers
from exambank.formats.asi.reading import TOOL, Reading, detach, is_class
from exambank.formats.contract import ReadItem
from exambank.model.base import ITEM_ID
from exambank.model.item import INTERACTIONS, AnyItem
from exambank.model.stimulus import Stimulus
from exambank.richtext.text import RichText

READ = {"choiceInteraction": options, "textEntryInteraction": answers}
SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|#")
LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read_item(root: _Element, path: str) -> ReadItem:
    """The item with its stimulus; where it cannot be one, the reasons."""
    body = child(root, "itemBody")
    found = [] if body is None else list(interactions(body))
    has_gaps = is_cloze(found, is_ours=get(root, "toolName") == TOOL)
    read = READ.get(name_of(found[0])) if len(found) == 1 else None
    if body is None or not (read or has_gaps):
        kinds = ", ".join(name_of(element) for element in found) or "none"
        words = f"an item has one choiceInteraction or textEntryInteraction, or gaps, this one has {kinds}"
        return ReadItem(path, None, None, (unknown(path, words),))
    _resolve_pictures(root, path)
    reading = Reading(root, found[0])
    identifier = item_id(get(root, "identifier"))
    stimulus = _stimulus(reading, body, identifier)
    interaction, values = gaps(reading, found) if has_gaps or read is None else read(reading)
    values.update(_values(reading, body, identifier))
    if stimulus is not None:
        values["stimulus"] = stimulus.id
    findings: list[Finding] = [lost(path, tuple(reading.lost))] if reading.lost else []
    item = _item(interaction, values, path, findings)
    return ReadItem(path, item, stimulus, tuple(findings))


def _item(interaction: str, values: dict[str, Any], path: str, findings: list[Finding]) -> AnyItem | None:
    model = INTERACTIONS[interaction]
    if values.get("answers") == () or isinstance(values.get("gaps"), tuple):  # a package for candidates
        return model(**values)
    try:
        return model.model_validate(values)
    except ValidationError as error:
        for one in error.errors(include_url=False, include_context=False, include_input=False):
            at = ".".join(map(str, one["loc"])) or "item"
            findings.append(refused(path, f"`{at}`: {one['msg']}"))
        return None


def _values(reading: Reading, body: _Element, identifier: str) -> dict[str, Any]:
    lang = reading.root.get(XML_LANG)
    values: dict[str, Any] = {
        "id": identifier,
        "objective": "",
        "points": reading.points,
        "stem": _stem(reading, body),
        "title": _title(get(reading.root, "title"), identifier),
        "lang": lang if lang and LANG.fullmatch(lang) else None,
    }
    rationale = reading.feedback.get(RATIONALE)
    if rationale is not None:
        values["rationale"] = reading.text(rationale)
    return values


def _title(title: str, identifier: str) -> str | None:
    neutral = neutral_title(identifier)
    if title in ("", neutral):
        return None
    return neutral if title == f"{neutral} " else title


def _stem(reading: Reading, body: _Element) -> RichText:
    """What the body says beside stimulus and interaction; the prompt is the stem's last paragraph."""
    blocks = list(reading.tree(body))
    prompt = child(reading.interaction, "prompt")
    if prompt is not None:
        blocks += reading.tree(prompt)
    return RichText(None, tuple(blocks))


def _stimulus(reading: Reading, body: _Element, identifier: str) -> Stimulus | None:
    found = next((e for e in children(body, "div") if is_class(e, STIMULUS)), None)
    if found is None:
        return None
    detach(found)
    named = found.get("id", "").removeprefix(f"{STIMULUS}-")
    text = reading.text(found)
    return Stimulus(id=item_id(named or f"{identifier[:50]}-{STIMULUS}"), text=text)


def item_id(identifier: str) -> str:
    """An identifier as the model has it: small letters, digits and hyphens."""
    if len(identifier) <= 64 and re.fullmatch(ITEM_ID, identifier):
        return identifier
    plain = "-".join(re.findall(r"[a-z0-9]+", identifier.lower()))
    return (plain if plain[:1].isalpha() else f"item-{plain or 'unnamed'}")[:64].rstrip("-")


def _resolve_pictures(root: _Element, path: str) -> None:
    """Pictures' sources as paths in the package, where the item is in a folder of it."""
    folder = posixpath.dirname(path)
    pictures: Iterable[_Element] = descendants(root, "img") if folder else ()
    for picture in pictures:
        source = picture.get("src", "")
        if source and not SCHEME.match(source):
            picture.set("src", posixpath.normpath(posixpath.join(folder, source)))
