"""An item as candidates may know it: nothing is left of its key for a writer to leak."""

from typing import Any

from exambank.model.interactions.choice import OptionItem
from exambank.model.interactions.numeric import NumericAnswer, NumericItem
from exambank.model.interactions.short_text import ShortTextItem
from exambank.model.item import AnyItem


def candidate_view(item: AnyItem) -> AnyItem:
    """The item without key, shares, feedback, rationale, accepted answers, notes and statistics.

    Units of numeric answers stay, since they stand beside the box that a candidate types in. Options whose order is
    free are put in order of their ids: authors tend to write the key first, and a package's files can be opened.
    """
    gone: dict[str, Any] = {"rationale": None, "notes": None, "difficulty": None, "suppress": ()}
    if isinstance(item, OptionItem):
        secret = {"is_key": False, "share": None, "feedback": None}
        shown = sorted(item.options, key=lambda option: option.id) if item.shuffle else item.options
        gone["options"] = tuple(option.model_copy(update=secret) for option in shown)
        gone["scoring"] = "all-or-nothing"
    elif isinstance(item, NumericItem):
        units = sorted({answer.unit for answer in item.answers if answer.unit})
        gone["answers"] = tuple(NumericAnswer(unit=unit) for unit in units)
    elif isinstance(item, ShortTextItem):
        gone["answers"] = ()
        gone["case"] = "ignore"
    return item.model_copy(update=gone)
