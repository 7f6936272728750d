"""A document into a translation, with the table of places for its fields."""

from collections.abc import Iterator, Sequence
from typing import Any

from exambank.model.bad_value import BadValue
from exambank.model.checked import checked
from exambank.model.from_syntax import (
    ANSWER_SECTION,
    answer_text,
    body_texts,
    front_matter_values,
    gap_sections,
    is_dropdown,
    options_of,
    section,
)
from exambank.model.from_syntax import text_and_share as parted
from exambank.model.interactions.cloze import gap_targets
from exambank.model.translation import FRONT_MATTER, Translation
from exambank.richtext.text import RichText
from exambank.syntax.body import Entry, Passage
from exambank.syntax.document import Document

BAD_SOURCE = BadValue(
    ("translates",), "`translates`: should be the source's id and version, such as planning-quota-007@1"
)


def translation(document: Document, *, has_shares: bool) -> tuple[Translation | None, list[BadValue]]:
    """The translation that a document holds; where the model refuses it, the reasons.

    `has_shares` says that the source is scored per option, so that a percentage behind an option is its share.
    """
    if document.body is None:
        raise ValueError(f"{document.path} has a fault, so nothing can be made of it")
    values = front_matter_values(document.fields, {}, FRONT_MATTER)
    values.update(body_texts(document.body))
    values["options"] = list(_options(options_of(document.body), has_shares))
    answers = section(document.body, ANSWER_SECTION)
    values["answers"] = list(_answers(answers.entries if answers is not None else ()))
    values["gaps"] = list(_gaps(document, values["stem"]))
    found, bad = checked(Translation, values)
    return found, [BAD_SOURCE if one.at == BAD_SOURCE.at else one for one in bad]


def _options(entries: Sequence[Entry], has_shares: bool) -> Iterator[dict[str, Any]]:
    for entry in entries:
        text, share = parted(entry.text, has_shares)
        yield {"text": text, "is_key": entry.mark == "x", "feedback": _rich(entry.feedback), "share": share}


def _answers(entries: Sequence[Entry]) -> Iterator[dict[str, Any]]:
    for entry in entries:
        yield {"text": answer_text(entry), "feedback": _rich(entry.feedback)}


def _gaps(document: Document, stem: RichText) -> Iterator[dict[str, Any]]:
    """The gaps that the text names, in its order; each gets a place by its number, for what the model may say of it."""
    sections = gap_sections(document.body)
    anchors = (anchor for anchor in dict.fromkeys(gap_targets(stem)) if anchor in sections)
    for number, anchor in enumerate(anchors):
        found = sections[anchor]
        document.places.fields["gaps", number] = found.heading
        if is_dropdown(found):
            yield {"id": anchor, "options": list(_options(found.entries, has_shares=False))}
        else:
            yield {"id": anchor, "answers": list(_answers(found.entries))}


def _rich(passage: Passage | None) -> RichText | None:
    return RichText(passage.source, passage=passage) if passage is not None else None
