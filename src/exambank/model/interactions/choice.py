"""Single choice, multiple response and true/false: options, of which some are keys."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from exambank.model.base import BaseItem, Exact, Frozen, Scoring
from exambank.richtext.text import RichText

HUNDRED = Decimal(100)


class Option(Frozen):
    """What a candidate may choose. `share` is its part of the points in percent, where the author gave one."""

    id: str
    text: RichText
    is_key: bool
    feedback: RichText | None = None
    share: Annotated[Exact, Field(ge=-100, le=100)] | None = None


class OptionItem(BaseItem):
    """What the interactions with options share."""

    options: Annotated[tuple[Option, ...], Field(min_length=2)]
    scoring: Scoring = "all-or-nothing"
    shuffle: bool = True

    @property
    def keys(self) -> tuple[Option, ...]:
        """The right options."""
        return tuple(option for option in self.options if option.is_key)

    @property
    def distractors(self) -> tuple[Option, ...]:
        """The wrong options."""
        return tuple(option for option in self.options if not option.is_key)

    def shares(self) -> dict[str, Decimal]:
        """Option id → percent of the points that choosing it adds; the sum is cut off at 0 and 100.

        All-or-nothing items have none but the whole; else a key is worth 100 / keys, and a distractor takes as much
        away, unless the author gave a share.
        """
        even = HUNDRED / len(self.keys) if self.keys else Decimal(0)
        return {
            option.id: option.share if option.share is not None else (even if option.is_key else -even)
            for option in self.options
        }


class ChoiceItem(OptionItem):
    """One key among the options."""

    interaction: Literal["choice"] = "choice"


class MultipleResponseItem(OptionItem):
    """Any number of keys among the options."""

    interaction: Literal["multiple-response"] = "multiple-response"


class TrueFalseItem(OptionItem):
    """A statement to be called true or false; the two options keep their order."""

    interaction: Literal["true-false"] = "true-false"
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=2)]
    shuffle: bool = False
