"""What an item may ask of a format, which of it an item uses, and an item less what a format denies."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any

import msgspec

from exambank.model.interactions.choice import MultipleResponseItem, Option, OptionItem, TrueFalseItem
from exambank.model.interactions.cloze import ClozeItem, Gap, with_blanks
from exambank.model.interactions.numeric import NumericAnswer, NumericItem
from exambank.model.interactions.short_text import ShortTextItem
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus
from exambank.model.texts import texts_of
from exambank.richtext.plain import blocks_of, inlines_of
from exambank.richtext.text import RichText
from exambank.richtext.tree import (
    CodeBlock,
    HtmlBlock,
    Image,
    InlineHtml,
    Math,
    MathBlock,
    Paragraph,
    Table,
    Text,
    Tree,
)


class Feature(StrEnum):
    """Something an item may use and a format may not hold."""

    RAW_HTML = "raw HTML"
    MATH = "math"
    TABLE = "table"
    CODE_LANGUAGE = "language of a code block"
    IMAGE = "image"
    STIMULUS = "stimulus"
    RATIONALE = "rationale"
    HINT = "hint"
    OPTION_FEEDBACK = "feedback of an option"
    ANSWER_FEEDBACK = "feedback of an answer"
    ALL_OR_NOTHING = "all-or-nothing scoring of several keys"
    PER_OPTION = "scoring per option"
    OWN_SHARES = "share of the points that the author gave"
    FREE_ORDER = "options that are shuffled"
    TOLERANCE = "tolerance"
    SMALL_NUMBER = "number nearer to 0 than 0.0001"
    UNIT = "unit"
    SEVERAL_ANSWERS = "several accepted answers"
    PATTERN = "pattern as an answer"
    EXACT_CASE = "capitals that matter"
    TEXT_GAPS = "gaps to type into"
    DROPDOWNS = "gaps with a dropdown"
    MIXED_GAPS = "gaps to type into beside dropdowns"
    DROPDOWN_MARKUP = "markup, pictures or formulae in a dropdown"
    GAP_FEEDBACK = "feedback of a gap"
    WHOLE_CLOZE = "all-or-nothing scoring of several gaps"
    NOTES = "notes for authors"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True)
class Denial:
    """Why a format does not hold a feature, what becomes of it, and where that is known from.

    `is_dropped` is False where the package says it all but the client is known to make less of it: then nothing is
    taken out before writing. With `leaves_out` the item is not written at all. `is_content` is False for what neither
    candidates nor scores ever see.
    """

    outcome: str
    source: str
    is_dropped: bool = True
    is_content: bool = True
    leaves_out: bool = False  # the whole item


SMALL = Decimal("0.0001")

METADATA_FIELDS = (
    "version", "objective", "cognitive", "difficulty", "status", "order", "enemies", "variants", "references", "author",
    "reviews", "ai", "tags", "time", "suppress", "house",
)  # fmt: skip
AUTHORS_OWN = frozenset({"suppress", "reviews", "ai"})  # metadata that no package has


MARKUP = re.compile(r"[<$|`~!&\t]|^ {4}", re.MULTILINE)  # without any of these a text holds no feature


def features(item: AnyItem, stimulus: Stimulus | None) -> set[Feature]:
    """What the item asks of a format."""
    used = {Feature.METADATA, *_interaction_features(item)}
    for text in (*texts_of(item), *((stimulus.text,) if stimulus is not None else ())):
        if MARKUP.search(text.source) is not None:
            used.update(_block_features(text.tree))
            used.update(_inline_features(text.tree))
    for feature, present in (
        (Feature.STIMULUS, item.stimulus is not None),
        (Feature.RATIONALE, item.rationale is not None),
        (Feature.HINT, item.hint is not None),
        (Feature.NOTES, item.notes is not None),
    ):
        if present:
            used.add(feature)
    return used


def _block_features(blocks: Tree) -> Iterator[Feature]:
    for block in blocks_of(blocks):
        match block:
            case HtmlBlock():
                yield Feature.RAW_HTML
            case MathBlock():
                yield Feature.MATH
            case Table():
                yield Feature.TABLE
            case CodeBlock(_, language) if language:
                yield Feature.CODE_LANGUAGE
            case _:
                pass


def _inline_features(blocks: Tree) -> Iterator[Feature]:
    for inline in inlines_of(blocks):
        match inline:
            case InlineHtml():
                yield Feature.RAW_HTML
            case Math():
                yield Feature.MATH
            case Image():
                yield Feature.IMAGE
            case _:
                pass


def _interaction_features(item: AnyItem) -> Iterator[Feature]:
    if isinstance(item, NumericItem | ShortTextItem):
        yield from _answer_features(item)
        return
    if isinstance(item, ClozeItem):
        yield from _gap_features(item)
        return
    if any(option.feedback is not None for option in item.options):
        yield Feature.OPTION_FEEDBACK
    if item.shuffle and not isinstance(item, TrueFalseItem):  # True and False are shuffled nowhere
        yield Feature.FREE_ORDER
    if item.scoring == "per-option":
        yield Feature.PER_OPTION
        if any(option.share is not None for option in item.options):
            yield Feature.OWN_SHARES
    elif isinstance(item, MultipleResponseItem):
        yield Feature.ALL_OR_NOTHING


def _gap_features(item: ClozeItem) -> Iterator[Feature]:
    if item.text_gaps:
        yield Feature.TEXT_GAPS
        yield from (Feature.EXACT_CASE,) if item.case == "exact" else ()
    if item.dropdowns:
        yield Feature.DROPDOWNS
        yield from (Feature.FREE_ORDER,) if item.shuffle else ()
    if item.text_gaps and item.dropdowns:
        yield Feature.MIXED_GAPS
    if len(item.gaps) > 1 and item.scoring == "all-or-nothing":
        yield Feature.WHOLE_CLOZE
    options = [option for gap in item.gaps for option in gap.options]
    answers = [answer for gap in item.gaps for answer in gap.answers]
    if any(one.feedback is not None for one in options) or any(one.feedback is not None for one in answers):
        yield Feature.GAP_FEEDBACK
    if any(answer.is_pattern for answer in answers):
        yield Feature.PATTERN
    if any(not option.text.only_text for option in options):
        yield Feature.DROPDOWN_MARKUP


def _answer_features(item: NumericItem | ShortTextItem) -> Iterator[Feature]:
    if any(answer.feedback is not None for answer in item.answers):
        yield Feature.ANSWER_FEEDBACK
    if len(item.answers) > 1:
        yield Feature.SEVERAL_ANSWERS
    if isinstance(item, NumericItem):
        if any(answer.bounds()[0] != answer.bounds()[1] for answer in item.answers):
            yield Feature.TOLERANCE
        if any(map(_is_small, item.answers)):
            yield Feature.SMALL_NUMBER
        if any(answer.unit for answer in item.answers):
            yield Feature.UNIT
        return
    if any(answer.is_pattern for answer in item.answers):
        yield Feature.PATTERN
    if item.case == "exact":
        yield Feature.EXACT_CASE


def _is_small(answer: NumericAnswer) -> bool:
    numbers = (*answer.bounds(), answer.value, answer.tolerance)
    return any(0 < abs(number) < SMALL for number in numbers if number is not None)


def project(item: AnyItem, denied: Collection[Feature]) -> AnyItem:
    """The item less what a format denies; fields that fall away take the model's defaults."""
    changes: dict[str, Any] = {"notes": None}
    if Feature.METADATA in denied:
        changes.update(_no_metadata(type(item)))
    for feature, name in (
        (Feature.RATIONALE, "rationale"),
        (Feature.HINT, "hint"),
        (Feature.STIMULUS, "stimulus"),
    ):
        if feature in denied:
            changes[name] = None
    changes.update(_without_entries(item, denied))
    if isinstance(item, ClozeItem):
        changes["stem"] = with_blanks(item.stem)
        if Feature.EXACT_CASE in denied or not any(gap.answers for gap in changes["gaps"]):
            changes["case"] = "ignore"
    if isinstance(item, ShortTextItem) and (Feature.EXACT_CASE in denied or not changes["answers"]):
        changes["case"] = "ignore"
    return item.model_copy(update=changes)


@cache
def _no_metadata(model: type[AnyItem]) -> dict[str, Any]:
    fields = {field.name: field for field in msgspec.structs.fields(model)}
    return {name: _default(fields[name]) for name in METADATA_FIELDS} | {"objective": ""}


def _default(field: msgspec.structs.FieldInfo) -> Any:
    return field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()


def _without_entries(item: AnyItem, denied: Collection[Feature]) -> dict[str, Any]:
    gone: dict[str, Any] = {}
    if isinstance(item, ClozeItem):
        return {"gaps": tuple(_projected_gap(gap, denied) for gap in item.gaps)}
    if isinstance(item, OptionItem):
        if Feature.OPTION_FEEDBACK in denied:
            gone["feedback"] = None
        if Feature.OWN_SHARES in denied:
            gone["share"] = None
        return {"options": tuple(option.model_copy(update=gone) for option in item.options)} if gone else {}
    if Feature.ANSWER_FEEDBACK in denied:
        gone["feedback"] = None
    if Feature.UNIT in denied and isinstance(item, NumericItem):
        gone["unit"] = None
    answers = [answer.model_copy(update=gone) for answer in item.answers] if gone else list(item.answers)
    if Feature.PATTERN in denied and isinstance(item, ShortTextItem):
        answers = [answer for answer in answers if not getattr(answer, "is_pattern", False)]
    return {"answers": tuple(answers)}


def _projected_gap(gap: Gap, denied: Collection[Feature]) -> Gap:
    gone: dict[str, Any] = {"feedback": None} if Feature.GAP_FEEDBACK in denied else {}
    answers = [one for one in gap.answers if not (one.is_pattern and Feature.PATTERN in denied)]
    return gap.model_copy(
        update={
            "options": tuple(_plain_option(one, denied).model_copy(update=gone) for one in gap.options),
            "answers": tuple(one.model_copy(update=gone) for one in answers),
        }
    )


def _plain_option(option: Option, denied: Collection[Feature]) -> Option:
    """The option of a dropdown; as plain text, where the format holds no more."""
    if Feature.DROPDOWN_MARKUP not in denied or option.text.only_text:
        return option
    words = " ".join(option.text.plain.split())
    return option.model_copy(update={"text": RichText(None, (Paragraph((Text(words),)),))})
