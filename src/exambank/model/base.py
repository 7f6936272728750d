"""What every item has, whatever its interaction."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, StringConstraints

from exambank.richtext.text import RichText

ITEM_ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
STATUSES = (
    "draft",
    "review",
    "key-verified",
    "approved",
    "pilot",
    "operational",
    "retired",
    "suspended",
    "compromised",
)
APPROVED = frozenset({"approved", "pilot", "operational"})
RETIRED = frozenset({"retired", "suspended", "compromised"})

Identifier = Annotated[str, StringConstraints(pattern=ITEM_ID, max_length=64)]
Status = Literal[
    "draft",
    "review",
    "key-verified",
    "approved",
    "pilot",
    "operational",
    "retired",
    "suspended",
    "compromised",
]
Scoring = Literal["all-or-nothing", "per-option"]


def exact(value: object) -> object:
    """A YAML or JSON number as the decimal that was written, not its binary neighbour."""
    return Decimal(repr(value)) if isinstance(value, float) else value


def plain_number(value: Decimal) -> int | float:
    """A decimal as a JSON number: whole ones without a point."""
    return int(value) if value == value.to_integral_value() else float(value)


Exact = Annotated[
    Decimal,
    BeforeValidator(exact),
    Field(allow_inf_nan=False),
    PlainSerializer(plain_number, return_type=int | float, when_used="json"),
]


class Frozen(BaseModel):
    """Frozen data that refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Reference(Frozen):
    """Where a fact stands: the source, the place in it, when someone last looked."""

    source: Annotated[str, StringConstraints(min_length=1)]
    at: str | None = None
    checked: date | None = None


class Suppression(Frozen):
    """A rule that an item's author asks to be quiet, and why."""

    code: str
    reason: str = ""


class BaseItem(Frozen):
    """Identity, classification, scoring and texts that all interactions share."""

    id: Identifier
    version: Annotated[int, Field(ge=1)] = 1
    title: str | None = None
    objective: str
    cognitive: str | None = None
    difficulty: Annotated[float, Field(ge=0, le=1)] | None = None
    status: Status = "draft"
    points: Annotated[Exact, Field(gt=0, le=1000)] = Decimal(1)
    lang: Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] | None = None
    stimulus: Identifier | None = None
    order: int | None = None
    enemies: tuple[Identifier, ...] = ()
    references: tuple[Reference, ...] = ()
    author: str | None = None
    tags: tuple[str, ...] = ()
    time: Annotated[str, StringConstraints(pattern=r"^[0-9]+ ?(s|min)$")] | None = None
    suppress: tuple[Suppression, ...] = ()
    house: dict[str, Any] = Field(default_factory=dict)
    stem: RichText
    rationale: RichText | None = None
    hint: RichText | None = None
    notes: RichText | None = None
