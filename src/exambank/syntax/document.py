"""A source file taken apart: front matter and body, before anything is known of items."""

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from exambank.finding import FieldPath, Place
from exambank.source.read import SourceFile, canonical_text
from exambank.syntax import front_matter, plain_body
from exambank.syntax.body import Body, Entry, Section
from exambank.syntax.plain_body import GAP
from exambank.syntax.positions import Places, place_of
from exambank.syntax.yaml_document import YamlFault

APART = re.compile(r"[^\w\- ]")  # what an anchor leaves out of a title


class Document(Struct):
    """Front matter values, the body, and the places of both; `kind` is item, stimulus, or translation of either.

    Where the encoding or the YAML is at fault, `encoding_fault` or `yaml_fault` says so and there is no body.
    """

    path: str
    digest: str
    text: str
    fields: dict[str, Any] = field(default_factory=dict)
    keys: dict[FieldPath, Place] = field(default_factory=dict)
    places: Places = field(default_factory=lambda: Places(""))
    body: Body | None = None
    has_front_matter: bool = False
    encoding_fault: tuple[int, str, str] | None = None
    yaml_fault: YamlFault | None = None

    kind: str = "item"


def kind_of(fields: Mapping[str, Any]) -> str:
    """What a file with this front matter is."""
    if "translates" in fields:
        return "translation"
    return "stimulus" if fields.get("kind") == "stimulus" else "item"


def parse(file: SourceFile) -> Document:
    """Takes a file apart; never raises, whatever its text."""
    document = Document(file.path, file.digest, file.text, places=Places(file.path))
    if file.fault is not None:
        document.encoding_fault = file.fault
        place = place_of(file.path, file.text, file.fault[0])
        document.places.fields[("file",)] = place
        return document
    text = canonical_text(file.text)
    header, body, first_line = front_matter.split(text)
    if header is not None:
        document.has_front_matter = True
        yaml = front_matter.parse(header, file.path, 2)
        document.fields, document.keys = yaml.values, yaml.keys
        document.kind = kind_of(yaml.values)
        document.places.fields.update(yaml.places)
        if yaml.fault is not None:
            document.yaml_fault = yaml.fault
            at = yaml.fault
            document.places.fields[("file",)] = Place(file.path, at.line, at.column, at.line, at.column + 1)
            return document
    elif text.startswith("---"):
        document.yaml_fault = YamlFault("the front matter has no closing `---`", "close it with a line `---`", 1, 1)
        document.places.fields[("file",)] = Place(file.path, 1, 1, 1, 4)
        return document
    document.body = _body(body, first_line, has_options=document.kind != "stimulus")
    place_body(document.places, document.body)
    return document


def as_passage(document: Document) -> None:
    """Reads the body anew as that of a shared passage, in which a task list is text like any other."""
    _, body, first_line = front_matter.split(canonical_text(document.text))
    document.body = _body(body, first_line, has_options=False)
    fields = {at: place for at, place in document.places.fields.items() if at[0] not in ("options", "after_options")}
    document.places.fields = fields
    place_body(document.places, document.body)


def _body(body: str, first_line: int, has_options: bool) -> Body:
    plain = plain_body.read(body, first_line, has_options=has_options)
    if plain is not None:
        return plain
    from exambank.syntax import blocks  # with markdown-it, whose import a check of one plain item is spared

    return blocks.parse(body, first_line, has_options=has_options)


def place_body(places: Places, body: Body) -> None:
    """Notes where the stem, the options, the sections and the entries of `## Answer` stand."""
    places.fields[("stem",)] = body.stem.lines
    for number, entry in enumerate(entry for entries in body.option_lists for entry in entries):
        places.fields.setdefault(("options",), entry.text.lines)
        place_entry(places, ("options", number), entry)
    if body.after_options is not None:
        places.fields[("after_options",)] = body.after_options.lines
    for number, section in enumerate(body.sections):
        places.fields[("sections", number)] = section.heading
        places.fields.setdefault((section.title.lower(),), section.body.lines)
        if section.title == "Answer":
            for index, entry in enumerate(section.entries):
                place_entry(places, ("answers", index), entry)
        elif section.title.startswith(GAP):
            _place_gap(places, section)


def _place_gap(places: Places, section: Section) -> None:
    """A gap's entries stand in the field of its anchor."""
    at = ("gaps", anchor_of(section.title))
    places.fields.setdefault(at, section.heading)
    kind = "options" if any(entry.mark for entry in section.entries) else "answers"
    for index, entry in enumerate(section.entries):
        if (*at, kind, index) not in places.fields:
            place_entry(places, (*at, kind, index), entry)


def anchor_of(title: str) -> str:
    """The anchor that GitHub gives a heading."""
    return APART.sub("", title.strip().lower()).replace(" ", "-")


def place_entry(places: Places, at: FieldPath, entry: Entry) -> None:
    """Notes where an entry's text and feedback stand."""
    places.fields[at] = places.fields[*at, "text"] = entry.text.lines
    if entry.feedback is not None:
        places.fields[*at, "feedback"] = entry.feedback.lines
