"""The rich texts of an item."""

from collections.abc import Iterator

from exambank.model.interactions.choice import Option
from exambank.model.interactions.cloze import ClozeItem
from exambank.model.interactions.numeric import NumericItem
from exambank.model.interactions.short_text import ShortTextItem
from exambank.model.item import AnyItem
from exambank.richtext.text import RichText

ANSWERED = (NumericItem, ShortTextItem)


def texts_of(item: AnyItem) -> Iterator[RichText]:
    """Every rich text of an item but the authors' notes, which no package carries."""
    yield item.stem
    yield from (text for text in (item.rationale, item.hint) if text is not None)
    if isinstance(item, ANSWERED):
        yield from (answer.feedback for answer in item.answers if answer.feedback is not None)
        return
    if isinstance(item, ClozeItem):
        for gap in item.gaps:
            yield from _option_texts(gap.options)
            yield from (answer.feedback for answer in gap.answers if answer.feedback is not None)
        return
    yield from _option_texts(item.options)


def _option_texts(options: tuple[Option, ...]) -> Iterator[RichText]:
    for option in options:
        yield option.text
        if option.feedback is not None:
            yield option.feedback
