"""Single choice, multiple response and true/false: options, of which some are keys."""

from decimal import Decimal
from typing import Annotated, Literal

from exambank.model.base import BaseItem, Exact, Frozen, Scoring
from exambank.model.limits import Limits
from exambank.richtext.text import RichText

HUNDRED = Decimal(100)


class Option(Frozen, frozen=True, kw_only=True):
    """What a candidate may choose. `share` is its part of the points in percent, where the author gave one."""

    id: str
    text: RichText
    is_key: bool
    feedback: RichText | None = None
    share: Annotated[Exact, Limits(ge=-100, le=100)] | None = None


class OptionItem(BaseItem, frozen=True, kw_only=True):
    """What the interactions with options share."""

    options: Annotated[tuple[Option, ...], Limits(min_length=2)]
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


class ChoiceItem(OptionItem, frozen=True, kw_only=True):
    """One key among the options."""

    interaction: Literal["choice"] = "choice"


class MultipleResponseItem(OptionItem, frozen=True, kw_only=True):
    """Any number of keys among the options."""

    interaction: Literal["multiple-response"] = "multiple-response"


class TrueFalseItem(OptionItem, frozen=True, kw_only=True):
    """A statement to be called true or false; the two options keep their order."""

    interaction: Literal["true-false"] = "true-false"
    options: Annotated[tuple[Option, ...], Limits(min_length=2, max_length=2)]
    shuffle: bool = False
