"""An item in another language: the source's identity, classification and key, the translation's texts."""

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from exambank.finding import FieldPath, plural
from exambank.model.identity import option_id
from exambank.model.interactions import numeric, short_text
from exambank.model.interactions.choice import Option, OptionItem
from exambank.model.interactions.numeric import NumericAnswer, NumericItem
from exambank.model.interactions.short_text import TextAnswer
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus
from exambank.model.translation import TranslatedAnswer, Translation

Source = AnyItem | Stimulus

COMPOSABLE = frozenset({"choice", "multiple-response", "true-false", "numeric", "short-text"})
SHOWN = "write what the source says, in its order"


class Difference(Struct, frozen=True):
    """Where a translation is not built as its source is, and how to mend it."""

    at: FieldPath
    message: str
    mend: str


def has_shares(source: Source | None) -> bool:
    """Whether a percentage behind an option is its share of the points."""
    return isinstance(source, OptionItem) and source.scoring == "per-option"


def differences(source: Source, translation: Translation) -> Iterator[Difference]:
    """What keeps the translation from standing in for its source; nothing where it can."""
    if isinstance(source, Stimulus):
        return
    if source.interaction not in COMPOSABLE:
        yield Difference(("translates",), f"{source.interaction} items cannot be translated yet", "remove the file")
    elif isinstance(source, OptionItem):
        yield from _answers_too_many(source, translation)
        yield from _of_options(source, translation)
    elif translation.options:
        yield Difference(
            ("options",), f"{source.id} is {source.interaction}, without options", "write answers as it does"
        )
    elif isinstance(source, NumericItem):
        yield from _of_numbers(source, translation)
    elif not translation.answers:
        mend = "write what its language accepts under `## Answer`"
        yield Difference(("stem",), "the translation accepts no answer", mend)


def _answers_too_many(source: OptionItem, translation: Translation) -> Iterator[Difference]:
    if translation.answers:
        yield Difference(("answers", 0), f"{source.id} has options, and no `## Answer`", "remove the section")


def _of_options(source: OptionItem, translation: Translation) -> Iterator[Difference]:
    ours, theirs = translation.options, source.options
    if len(ours) != len(theirs):
        message = f"the translation has {plural(len(ours), 'option')}, and {source.id} has {len(theirs)}"
        yield Difference(("options",) if ours else ("stem",), message, f"translate each of them: {SHOWN}")
        return
    for number, (our, their) in enumerate(zip(ours, theirs, strict=True)):
        at: FieldPath = ("options", number)
        if our.is_key is not their.is_key:
            mark = "[x]" if their.is_key else "[ ]"
            is_key = "is a key" if their.is_key else "is no key"
            message = f"option {number + 1} {is_key} in {source.id}, and here it {'is' if our.is_key else 'is not'}"
            yield Difference(at, message, f"look which option it translates, and mark it `{mark}`")
        elif our.share != their.share:
            message = f"option {number + 1} has {_percent(our.share)} here, and {_percent(their.share)} in {source.id}"
            yield Difference(at, message, "write the source's share")


def _percent(share: object) -> str:
    return "no share" if share is None else f"({share}%)"


def _of_numbers(source: NumericItem, translation: Translation) -> Iterator[Difference]:
    ours, theirs = translation.answers, source.answers
    if len(ours) != len(theirs):
        message = f"the translation accepts {plural(len(ours), 'answer')}, and {source.id} accepts {len(theirs)}"
        at: FieldPath = ("answers", 0) if ours else ("stem",)
        yield Difference(at, message, f"{SHOWN}; only units are translated")
        return
    for number, (our, their) in enumerate(zip(ours, theirs, strict=True)):
        read = numeric.read_answer(our.text)
        if read is None or _number(NumericAnswer(**read)) != _number(their):  # type: ignore[arg-type]  # as it reads
            message = f"answer {number + 1} is `{our.text}`, and in {source.id} it is `{numeric.write_answer(their)}`"
            yield Difference(("answers", number), message, "write the source's number; only the unit is translated")


def _number(answer: NumericAnswer) -> NumericAnswer:
    """The answer but for what is translated: whether it has a unit counts, not which."""
    unit = "unit" if answer.unit else None
    return msgspec.structs.replace(answer, unit=unit, feedback=None, figures=answer.figures)


def composed_item(source: AnyItem, translation: Translation, lang: str) -> AnyItem:
    """The source with the translation's texts, its ids, keys and shares as they are; there must be no differences."""
    parts: dict[str, Any] = {name: getattr(translation, name) for name in TAKEN} | {"lang": lang}
    if isinstance(source, OptionItem):
        parts["options"] = tuple(
            Option(id=their.id, text=our.text, is_key=their.is_key, feedback=our.feedback, share=their.share)
            for our, their in zip(translation.options, source.options, strict=True)
        )
    else:
        read = _number_of if isinstance(source, NumericItem) else _text_of
        parts["answers"] = tuple(map(read, translation.answers))
    return source.model_copy(update=parts)


TAKEN = ("title", "status", "author", "reviews", "ai", "suppress", "house", "stem", "rationale", "hint", "notes")


def _number_of(answer: TranslatedAnswer) -> NumericAnswer:
    read: dict[str, Any] = numeric.read_answer(answer.text) or {}
    return NumericAnswer(**read, feedback=answer.feedback)


def _text_of(answer: TranslatedAnswer) -> TextAnswer:
    read: dict[str, Any] = short_text.read_answer(answer.text)
    return TextAnswer(**read, feedback=answer.feedback)


def composed_stimulus(source: Stimulus, translation: Translation, lang: str) -> Stimulus:
    """The passage in the translation's language."""
    return source.model_copy(
        update={"title": translation.title, "status": translation.status, "lang": lang, "text": translation.stem}
    )


def with_own_ids(item: AnyItem) -> AnyItem:
    """A composed item whose options' ids follow from its own texts, as digests want it: a swap of two texts shows."""
    if not isinstance(item, OptionItem):
        return item
    options = tuple(option.model_copy(update={"id": option_id(item.id, option.text)}) for option in item.options)
    return item.model_copy(update={"options": options})
