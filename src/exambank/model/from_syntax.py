"""A document into an item or a stimulus, with the table of places for its fields."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

import msgspec

from exambank.finding import nearest
from exambank.model.bad_value import BadValue
from exambank.model.checked import checked
from exambank.model.identity import gap_option_id, option_id
from exambank.model.interactions import numeric, short_text
from exambank.model.interactions.choice import Option
from exambank.model.interactions.cloze import gap_id, gap_targets
from exambank.model.item import INTERACTIONS, AnyItem
from exambank.model.stimulus import Stimulus
from exambank.richtext.from_tokens import passage_tree
from exambank.richtext.text import RichText
from exambank.richtext.tree import Paragraph, Text, Tree
from exambank.syntax.body import Body, Entry, Passage, Section
from exambank.syntax.document import Document
from exambank.syntax.plain_body import GAP

SHARE = re.compile(r"\s*\(([-+−]?\d{1,3}(?:\.\d+)?)\s*%\)$")
HOUSE = "x-"
TEXT_SECTIONS = {"Rationale": "rationale", "Hint": "hint", "Notes": "notes"}
ANSWER_SECTION = "Answer"
SECTIONS = (*TEXT_SECTIONS, ANSWER_SECTION)
NOT_FRONT_MATTER = frozenset({"stem", "rationale", "hint", "notes", "options", "answers", "gaps", "house"})
CLOZE = "cloze"
TRUE_FALSE = frozenset({"true", "false"})


_last: list[Any] = [None, None]  # the body that was asked for last, since rule after rule asks for the same one


def interaction_of(document: Document) -> str | None:
    """The interaction that the front matter names or the body tells; None where neither does."""
    named = document.fields.get("interaction")
    if isinstance(named, str):
        return named
    if _last[0] is not document.body:
        _last[:] = document.body, _told_by(document.body)
    found: str | None = _last[1]
    return found


def _told_by(body: Body | None) -> str | None:
    """The interaction that gaps or an option list tell."""
    entries = options_of(body)
    if body is None or has_gaps(body):
        return None if body is None else CLOZE
    if not entries:
        return None
    keys = sum(entry.mark == "x" for entry in entries)
    if len(entries) == 2 and {entry.text.source.strip().lower() for entry in entries} == TRUE_FALSE:
        return "true-false"
    return "multiple-response" if keys > 1 else "choice"


def has_gaps(body: Body) -> bool:
    """Whether the body has a gap's section, or a gap in its stem."""
    if any(one.title.startswith(GAP) for one in body.sections):
        return True
    return "](#" in body.stem.source and any(gap_targets(_rich(body.stem)))


def gap_sections(body: Body | None) -> dict[str, Section]:
    """The sections of gaps by their anchor, the first of each."""
    found: dict[str, Section] = {}
    for one in body.sections if body is not None else ():
        anchor = gap_id(one.title)
        if anchor is not None:
            found.setdefault(anchor, one)
    return found


def is_dropdown(gap: Section) -> bool:
    """Whether the entries of a gap's section are options, or were meant to be."""
    return any(entry.mark for entry in gap.entries)


def takes_options(document: Document) -> bool:
    """Whether the document's interaction is one with options; true where it is unknown."""
    model = INTERACTIONS.get(interaction_of(document) or "")
    return model is None or "options" in model.__struct_fields__


def options_of(body: Body | None) -> tuple[Entry, ...]:
    """The entries of the (first) option list."""
    return body.option_lists[0] if body is not None and body.option_lists else ()


def section(body: Body | None, title: str) -> Section | None:
    """The first section with this title."""
    return next((found for found in (body.sections if body else ()) if found.title == title), None)


def item(document: Document, defaults: Mapping[str, Any]) -> tuple[AnyItem | None, list[BadValue]]:
    """The item that a document holds; where the model refuses it, the reasons."""
    interaction = interaction_of(document) or ""
    model = INTERACTIONS.get(interaction)
    if model is None:
        return None, [
            BadValue(
                ("interaction",),
                f"interaction is one of {', '.join(INTERACTIONS)}",
                nearest(interaction, list(INTERACTIONS)),
            )
        ]
    body = _body(document)
    values = front_matter_values(document.fields, defaults, model.__struct_fields__)
    values["interaction"] = interaction
    values.update(body_texts(body))
    if interaction == CLOZE:
        values["gaps"] = _gaps(document, values["stem"])
        if values.get("scoring") == "per-option" and "scoring" not in document.fields:  # the bank's default
            values["scoring"] = "per-gap"
    elif "options" in model.__struct_fields__:
        values["options"] = _options(document, values.get("scoring") == "per-option")
    else:
        values["answers"] = _answers(document, interaction)
    return checked(model, values)


def stimulus(document: Document) -> tuple[Stimulus | None, list[BadValue]]:
    """The stimulus that a document holds; where the model refuses it, the reasons."""
    body = _body(document)
    document.places.fields[("text",)] = body.stem.lines
    values = {**document.fields, "text": _rich(body.stem)}
    return checked(Stimulus, values)


def _body(document: Document) -> Body:
    if document.body is None:
        raise ValueError(f"{document.path} has a fault, so nothing can be made of it")
    return document.body


def front_matter_values(
    fields: Mapping[str, Any], defaults: Mapping[str, Any], known: Collection[str]
) -> dict[str, Any]:
    """Front matter with the bank's defaults beneath it and the house's fields in `house`."""
    values = {name: value for name, value in defaults.items() if name in known and value is not None}
    values.update((name, value) for name, value in fields.items() if name in known and value is not None)
    values["house"] = {name: value for name, value in fields.items() if name.startswith(HOUSE)}
    return values


def fields_of(document: Document) -> frozenset[str]:
    """The front matter fields that a document of this kind may have."""
    if document.kind == "stimulus":
        return _STIMULUS_FIELDS
    if document.kind == "translation":
        from exambank.model.translation import FRONT_MATTER  # which most banks need not

        return FRONT_MATTER
    return _fields_of(INTERACTIONS.get(interaction_of(document) or ""))


def item_fields() -> frozenset[str]:
    """The front matter fields that an item of some interaction, or a stimulus, may have."""
    return _fields_of(None) | _STIMULUS_FIELDS


_STIMULUS_FIELDS = frozenset(Stimulus.__struct_fields__) - {"text"}


@cache
def _fields_of(model: type[AnyItem] | None) -> frozenset[str]:
    models = (model,) if model is not None else tuple(INTERACTIONS.values())
    return frozenset(name for one in models for name in one.__struct_fields__) - NOT_FRONT_MATTER


def _rich(passage: Passage) -> RichText:
    return RichText(passage.source, passage=passage)


def body_texts(body: Body) -> dict[str, RichText]:
    """The stem and the sections that are texts, by field."""
    texts = {"stem": _rich(body.stem)}
    for title, name in TEXT_SECTIONS.items():
        found = section(body, title)
        if found is not None and found.body.source:
            texts[name] = _rich(found.body)
    return texts


def _options(document: Document, shares: bool) -> list[Option | dict[str, Any]]:
    """The options; those with a share, whose bounds the model has to look at, as values."""
    options: list[Option | dict[str, Any]] = []
    identifier = str(document.fields.get("id", ""))
    for entry in options_of(document.body):
        text, share = text_and_share(entry.text, shares)
        feedback = _rich(entry.feedback) if entry.feedback is not None else None
        option = Option(id=option_id(identifier, text), text=text, is_key=entry.mark == "x", feedback=feedback)
        options.append(option if share is None else {**msgspec.structs.asdict(option), "share": share})
    return options


def text_and_share(passage: Passage, shares: bool) -> tuple[RichText, Decimal | None]:
    """An option's text and its share; where options have `shares`, a percentage at its end is one."""
    match = SHARE.search(passage.source) if shares else None
    if match is None:
        return _rich(passage), None
    blocks = passage_tree(passage)
    share = Decimal(match[1].replace("−", "-"))
    return RichText(passage.source[: match.start()], _without_share(blocks)), share


def _without_share(blocks: Tree) -> Tree:
    last = blocks[-1] if blocks else None
    if not isinstance(last, Paragraph) or not last.children or not isinstance(last.children[-1], Text):
        return blocks
    text = SHARE.sub("", last.children[-1].text)
    kept = (*last.children[:-1], Text(text)) if text else last.children[:-1]
    return (*blocks[:-1], Paragraph(kept))


def _gaps(document: Document, stem: RichText) -> list[dict[str, Any]]:
    """The gaps in the order of the text; each gets a place by its number, for what the model may say of it."""
    sections = gap_sections(document.body)
    found: list[dict[str, Any]] = []
    for anchor in dict.fromkeys(gap_targets(stem)):
        if anchor not in sections:
            continue
        gap = sections[anchor]
        document.places.fields["gaps", len(found)] = gap.heading
        if is_dropdown(gap):
            found.append({"id": anchor, "options": _gap_options(document, anchor, gap)})
        else:
            found.append({"id": anchor, "answers": _typed(gap.entries, short_text.read_answer)})
    return found


def _gap_options(document: Document, gap: str, found: Section) -> list[Option]:
    item_id = str(document.fields.get("id", ""))
    options: list[Option] = []
    for entry in found.entries:
        text = _rich(entry.text)
        feedback = _rich(entry.feedback) if entry.feedback is not None else None
        name = gap_option_id(item_id, gap, text)
        options.append(Option(id=name, text=text, is_key=entry.mark == "x", feedback=feedback))
    return options


def _answers(document: Document, interaction: str) -> list[dict[str, Any]]:
    found = section(document.body, ANSWER_SECTION)
    read: Callable[[str], dict[str, object] | None]
    read = numeric.read_answer if interaction == "numeric" else short_text.read_answer
    return _typed(found.entries if found else (), read)


def _typed(entries: Sequence[Entry], read: Callable[[str], dict[str, object] | None]) -> list[dict[str, Any]]:
    answers: list[dict[str, Any]] = []
    for entry in entries:
        answer = dict(read(answer_text(entry)) or {})
        if entry.feedback is not None:
            answer["feedback"] = _rich(entry.feedback)
        answers.append(answer)
    return answers


def answer_text(entry: Entry) -> str:
    """The plain text of an answer's bullet, backslash escapes resolved as Markdown does."""
    pattern = entry.text.source.strip()
    if pattern.startswith("/"):
        return pattern
    return _rich(entry.text).plain.strip()
