"""An item: one of the interactions, told apart by its `interaction` field."""

from typing import Annotated

from pydantic import Field, TypeAdapter

from exambank.model.interactions.choice import ChoiceItem, MultipleResponseItem, OptionItem, TrueFalseItem
from exambank.model.interactions.numeric import NumericItem
from exambank.model.interactions.short_text import ShortTextItem

AnyItem = ChoiceItem | MultipleResponseItem | TrueFalseItem | NumericItem | ShortTextItem
Item = Annotated[AnyItem, Field(discriminator="interaction")]
ITEM: TypeAdapter[AnyItem] = TypeAdapter(Item)

INTERACTIONS: dict[str, type[AnyItem]] = {
    "choice": ChoiceItem,
    "multiple-response": MultipleResponseItem,
    "true-false": TrueFalseItem,
    "numeric": NumericItem,
    "short-text": ShortTextItem,
}

__all__ = ["INTERACTIONS", "ITEM", "AnyItem", "Item", "OptionItem"]
