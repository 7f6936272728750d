"""A document into a translation, with the table of places for its fields."""

from collections.abc import Iterator
from typing import Any

from exambank.model.bad_value import BadValue
from exambank.model.checked import checked
from exambank.model.from_syntax import ANSWER_SECTION, answer_text, body_texts, front_matter_values, options_of, section
from exambank.model.from_syntax import text_and_share as parted
from exambank.model.translation import FRONT_MATTER, Translation
from exambank.richtext.text import RichText
from exambank.syntax.body import Body, Passage
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
    values["options"] = list(_options(document.body, has_shares))
    values["answers"] = list(_answers(document.body))
    found, bad = checked(Translation, values)
    return found, [BAD_SOURCE if one.at == BAD_SOURCE.at else one for one in bad]


def _options(body: Body, has_shares: bool) -> Iterator[dict[str, Any]]:
    for entry in options_of(body):
        text, share = parted(entry.text, has_shares)
        yield {"text": text, "is_key": entry.mark == "x", "feedback": _rich(entry.feedback), "share": share}


def _answers(body: Body) -> Iterator[dict[str, Any]]:
    found = section(body, ANSWER_SECTION)
    for entry in found.entries if found is not None else ():
        yield {"text": answer_text(entry), "feedback": _rich(entry.feedback)}


def _rich(passage: Passage | None) -> RichText | None:
    return RichText(passage.source, passage=passage) if passage is not None else None
