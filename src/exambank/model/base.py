"""What every item has, whatever its interaction."""

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

import msgspec

from exambank.model.limits import ExactNumber, Limits
from exambank.richtext.text import RichText

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

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

Identifier = Annotated[str, Limits(pattern=ITEM_ID, max_length=64)]
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


GIVEN = "given"
Exact = Annotated[Decimal, ExactNumber()]


class Frozen(msgspec.Struct, frozen=True, kw_only=True):
    """Frozen data that refuses unknown fields.

    A struct, since a class of pydantic's or a dataclass takes fifty times as long to make (decision 0022). Its
    constructor takes values of the right types and looks at none; `model_validate` looks at each. The names beginning
    with `model_` are pydantic's, which reads, explains and describes what is not plainly right.
    """

    @property
    def model_fields_set(self) -> frozenset[str]:
        """The fields that values from outside named; known of models with `dict=True`, which keep them apart."""
        found: frozenset[str] = vars(self).get(GIVEN, frozenset())
        return found

    @classmethod
    def model_validate(cls, values: object) -> Self:
        """The model that these values make.

        Raises:
            pydantic.ValidationError: they are not what the model asks for.
        """
        from exambank.model.plain_values import plain

        found = plain(cls, values)
        if found is not None:
            return found
        from exambank.model.validation import validated

        return validated(cls, values)

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """The same with other values in some fields, which nobody looks at."""
        return msgspec.structs.replace(self, **update)

    def model_dump(
        self,
        *,
        include: Collection[str] | None = None,
        exclude: Collection[str] = (),
        exclude_none: bool = False,
        is_json: bool = False,
    ) -> dict[str, Any]:
        """Its fields as plain data; with `is_json` as JSON has them."""
        names = [
            name for name in self.__struct_fields__ if name not in exclude and (include is None or name in include)
        ]
        found = {name: getattr(self, name) for name in names}
        return {
            name: dumped(value, exclude_none=exclude_none, is_json=is_json)
            for name, value in found.items()
            if value is not None or not exclude_none
        }

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> "CoreSchema":
        from exambank.model.validation import core_schema_of

        return core_schema_of(cls, handler)


def dumped(value: Any, *, exclude_none: bool = False, is_json: bool = False) -> Any:
    """A field's value as plain data: models as mappings, texts as Markdown; as JSON has it if that is asked for."""
    if isinstance(value, RichText):
        return value.source
    if isinstance(value, Frozen):
        return value.model_dump(exclude_none=exclude_none, is_json=is_json)
    if isinstance(value, tuple):
        entries = [dumped(one, exclude_none=exclude_none, is_json=is_json) for one in value]
        return entries if is_json else tuple(entries)
    if not is_json or value is None or isinstance(value, str | int | float):
        return value
    return plain_number(value) if isinstance(value, Decimal) else msgspec.to_builtins(value)


class Reference(Frozen, frozen=True, kw_only=True):
    """Where a fact stands: the source, the place in it, when someone last looked."""

    source: Annotated[str, Limits(min_length=1)]
    at: str | None = None
    checked: date | None = None


class Review(Frozen, frozen=True, kw_only=True):
    """Who looked at the item and found it right, when, and at what: the digest of text and key (`review_digest`)."""

    by: Annotated[str, Limits(min_length=1)]
    on: date | None = None
    digest: Annotated[str, Limits(pattern=r"^r[0-9a-f]{11}$")] | None = None


class AiUse(Frozen, frozen=True, kw_only=True):
    """What a generative model did for the item, and the expert who answers for it."""

    use: Annotated[str, Limits(min_length=1)]
    expert: Annotated[str, Limits(min_length=1)] | None = None


class Suppression(Frozen, frozen=True, kw_only=True):
    """A rule that an item's author asks to be quiet, and why."""

    code: str
    reason: str = ""


class BaseItem(Frozen, frozen=True, kw_only=True):
    """Identity, classification, scoring and texts that all interactions share."""

    id: Identifier
    version: Annotated[int, Limits(ge=1)] = 1
    title: str | None = None
    objective: str
    cognitive: str | None = None
    difficulty: Annotated[float, Limits(ge=0, le=1)] | None = None
    status: Status = "draft"
    points: Annotated[Exact, Limits(gt=0, le=1000)] = Decimal(1)
    lang: Annotated[str, Limits(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")] | None = None
    stimulus: Identifier | None = None
    order: int | None = None
    enemies: tuple[Identifier, ...] = ()
    variants: tuple[Identifier, ...] = ()
    references: tuple[Reference, ...] = ()
    author: str | None = None
    reviews: tuple[Review, ...] = ()
    ai: AiUse | None = None
    tags: tuple[str, ...] = ()
    time: Annotated[str, Limits(pattern=r"^[0-9]+ ?(s|min)$")] | None = None
    suppress: tuple[Suppression, ...] = ()
    house: dict[str, Any] = {}
    stem: RichText
    rationale: RichText | None = None
    hint: RichText | None = None
    notes: RichText | None = None
