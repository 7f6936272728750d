"""An item's texts with the fields they stand in."""

from collections.abc import Sequence
from typing import Any, cast

from exambank.finding import FieldPath
from exambank.model.interactions.choice import Option
from exambank.model.interactions.cloze import ClozeItem
from exambank.model.interactions.numeric import NumericAnswer
from exambank.model.interactions.short_text import TextAnswer
from exambank.model.item import AnyItem
from exambank.model.texts import ANSWERED
from exambank.richtext.text import RichText

_last: list[Any] = [None, (), ""]  # the item that was asked for last, since all rules ask for the same one by one


def text_fields(item: AnyItem) -> Sequence[tuple[FieldPath, RichText]]:
    """Each rich text but the authors' notes, in the order of the file."""
    if _last[0] is not item:
        fields = _fields(item)
        _last[:] = item, fields, "\n".join([text.source for _, text in fields])
    return cast("Sequence[tuple[FieldPath, RichText]]", _last[1])


def whole_source(item: AnyItem) -> str:
    """All those texts in one, for a first look."""
    text_fields(item)
    return cast("str", _last[2])


def _fields(item: AnyItem) -> list[tuple[FieldPath, RichText]]:
    found: list[tuple[FieldPath, RichText]] = [(("stem",), item.stem)]
    if isinstance(item, ANSWERED):
        _add_feedback(found, (), item.answers)
    elif isinstance(item, ClozeItem):
        for gap in item.gaps:
            _add_options(found, ("gaps", gap.id), gap.options)
            _add_feedback(found, ("gaps", gap.id), gap.answers)
    else:
        _add_options(found, (), item.options)
    if item.rationale is not None:
        found.append((("rationale",), item.rationale))
    if item.hint is not None:
        found.append((("hint",), item.hint))
    return found


Fields = list[tuple[FieldPath, RichText]]


def _add_options(found: Fields, at: FieldPath, options: Sequence[Option]) -> None:
    for number, option in enumerate(options):
        found.append(((*at, "options", number, "text"), option.text))
        if option.feedback is not None:
            found.append(((*at, "options", number, "feedback"), option.feedback))


def _add_feedback(found: Fields, at: FieldPath, answers: Sequence[NumericAnswer | TextAnswer]) -> None:
    for number, answer in enumerate(answers):
        if answer.feedback is not None:
            found.append(((*at, "answers", number, "feedback"), answer.feedback))
