"""An item in another language: the source's identity, classification and key, the translation's texts.

A translation stands in for its source only where `translation_differences` finds nothing.
"""

from collections.abc import Sequence
from typing import Any

from exambank.model.identity import gap_option_id, option_id
from exambank.model.interactions import numeric, short_text
from exambank.model.interactions.choice import Option, OptionItem
from exambank.model.interactions.cloze import ClozeItem, Gap
from exambank.model.interactions.numeric import NumericAnswer, NumericItem
from exambank.model.interactions.short_text import TextAnswer
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus
from exambank.model.translation import TranslatedAnswer, TranslatedGap, TranslatedOption, Translation

TAKEN = ("title", "status", "author", "reviews", "ai", "suppress", "house", "stem", "rationale", "hint", "notes")


def composed_item(source: AnyItem, translation: Translation, lang: str) -> AnyItem:
    """The source with the translation's texts, its ids, keys and shares as they are; there must be no differences."""
    parts: dict[str, Any] = {name: getattr(translation, name) for name in TAKEN} | {"lang": lang}
    if isinstance(source, OptionItem):
        parts["options"] = _options(translation.options, source.options)
    elif isinstance(source, ClozeItem):
        theirs = {gap.id: gap for gap in source.gaps}
        parts["gaps"] = tuple(_gap(gap, theirs[gap.id]) for gap in translation.gaps)
    else:
        read = _number_of if isinstance(source, NumericItem) else _text_of
        parts["answers"] = tuple(map(read, translation.answers))
    return source.model_copy(update=parts)


def _options(ours: Sequence[TranslatedOption], theirs: Sequence[Option]) -> tuple[Option, ...]:
    return tuple(
        Option(id=their.id, text=our.text, is_key=their.is_key, feedback=our.feedback, share=their.share)
        for our, their in zip(ours, theirs, strict=True)
    )


def _gap(our: TranslatedGap, their: Gap) -> Gap:
    """The gaps stand in the order of the translation's text."""
    return Gap(id=their.id, options=_options(our.options, their.options), answers=tuple(map(_text_of, our.answers)))


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
    if isinstance(item, ClozeItem):
        return item.model_copy(update={"gaps": tuple(_own_gap(item.id, gap) for gap in item.gaps)})
    if not isinstance(item, OptionItem):
        return item
    options = tuple(option.model_copy(update={"id": option_id(item.id, option.text)}) for option in item.options)
    return item.model_copy(update={"options": options})


def _own_gap(item_id: str, gap: Gap) -> Gap:
    names = (gap_option_id(item_id, gap.id, option.text) for option in gap.options)
    options = tuple(option.model_copy(update={"id": name}) for option, name in zip(gap.options, names, strict=True))
    return gap.model_copy(update={"options": options})
