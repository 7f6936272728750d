"""An item as candidates may know it: nothing is left of its key for a writer to leak."""

from typing import Any

from exambank.model.interactions.choice import Option, OptionItem
from exambank.model.interactions.cloze import ClozeItem, Gap, with_blanks
from exambank.model.interactions.numeric import NumericAnswer, NumericItem
from exambank.model.interactions.short_text import ShortTextItem
from exambank.model.item import AnyItem
from exambank.richtext.plain import blocks_of, inlines_of
from exambank.richtext.rewrite import rewritten
from exambank.richtext.text import RichText
from exambank.richtext.tree import HtmlBlock, InlineHtml


def candidate_view(item: AnyItem) -> AnyItem:
    """The item without key, shares, feedback, rationale, accepted answers, words written in gaps, notes and statistics.

    Units of numeric answers stay, since they stand beside the box that a candidate types in. Options whose order is
    free are put in order of their ids: authors tend to write the key first, and a package's files can be opened. Raw
    HTML goes as well: a comment may tell the key, and a package that keeps Markdown would keep it.
    """
    gone: dict[str, Any] = {"rationale": None, "notes": None, "difficulty": None}
    gone.update(suppress=(), reviews=(), ai=None)
    if isinstance(item, OptionItem):
        gone["options"] = _shown(item.options, is_free=item.shuffle)
        gone["scoring"] = "all-or-nothing"
    elif isinstance(item, NumericItem):
        units = sorted({answer.unit for answer in item.answers if answer.unit})
        gone["answers"] = tuple(NumericAnswer(unit=unit) for unit in units)
    elif isinstance(item, ShortTextItem):
        gone["answers"] = ()
        gone["case"] = "ignore"
    elif isinstance(item, ClozeItem):
        gone["gaps"] = tuple(Gap(id=gap.id, options=_shown(gap.options, is_free=item.shuffle)) for gap in item.gaps)
        gone.update(scoring="all-or-nothing", case="ignore")
    gone["stem"] = without_html(with_blanks(item.stem) if isinstance(item, ClozeItem) else item.stem)
    gone["hint"] = without_html(item.hint) if item.hint is not None else None
    return item.model_copy(update=gone)


def _shown(options: tuple[Option, ...], *, is_free: bool) -> tuple[Option, ...]:
    secret = {"is_key": False, "share": None, "feedback": None}
    shown = sorted(options, key=lambda option: option.id) if is_free else options
    return tuple(option.model_copy(update=secret | {"text": without_html(option.text)}) for option in shown)


def without_html(text: RichText) -> RichText:
    """The text less its raw HTML; the very same where it has none."""
    if "<" not in text.source:
        return text
    holds = any(isinstance(block, HtmlBlock) for block in blocks_of(text.tree))
    holds = holds or any(isinstance(inline, InlineHtml) for inline in inlines_of(text.tree))
    if not holds:
        return text
    rest = RichText(None, rewritten(text.tree, str))
    return RichText(rest.source)  # parsed again: without a tag beside it, an emphasis may be none
