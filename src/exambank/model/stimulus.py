"""A stimulus: the passage that the items of a testlet share."""

from typing import Annotated, Literal

from exambank.model.base import Frozen, Identifier, Status
from exambank.model.limits import Limits
from exambank.richtext.text import RichText


class Stimulus(Frozen, frozen=True, kw_only=True):
    """A shared passage; items name it by its id."""

    id: Identifier
    kind: Literal["stimulus"] = "stimulus"
    version: Annotated[int, Limits(ge=1)] = 1
    title: str | None = None
    status: Status = "draft"
    lang: str | None = None
    text: RichText
