"""An item: one of the interactions, told apart by its `interaction` field."""

from exambank.model.interactions.choice import ChoiceItem, MultipleResponseItem, OptionItem, TrueFalseItem
from exambank.model.interactions.cloze import ClozeItem
from exambank.model.interactions.numeric import NumericItem
from exambank.model.interactions.short_text import ShortTextItem

AnyItem = ChoiceItem | MultipleResponseItem | TrueFalseItem | NumericItem | ShortTextItem | ClozeItem

INTERACTIONS: dict[str, type[AnyItem]] = {
    "choice": ChoiceItem,
    "multiple-response": MultipleResponseItem,
    "true-false": TrueFalseItem,
    "numeric": NumericItem,
    "short-text": ShortTextItem,
    "cloze": ClozeItem,
}

__all__ = ["INTERACTIONS", "AnyItem", "OptionItem"]
