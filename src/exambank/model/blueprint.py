"""A blueprint: what a form holds, and how much of it each domain gets."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field, StringConstraints, model_validator

from exambank.model.base import Exact, Frozen

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=64)]
ObjectiveId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+$", max_length=128)]


class Objective(Frozen):
    """What a candidate must be able to do."""

    id: ObjectiveId
    title: str


class Domain(Frozen):
    """A part of the exam with its weight in percent."""

    id: Slug
    title: str
    weight: Annotated[Exact, Field(ge=0, le=100)]
    objectives: tuple[Objective, ...] = ()


class FormPlan(Frozen):
    """A form: items in all, scored and pilot ones, minutes, and the cut score in percent."""

    length: Annotated[int, Field(ge=1, le=10_000)]
    scored: Annotated[int, Field(ge=0)] | None = None
    pilot: Annotated[int, Field(ge=0)] = 0
    minutes: Annotated[int, Field(ge=1)] | None = None
    cut_score: Annotated[Exact, Field(ge=0, le=100)] | None = None

    @property
    def scored_items(self) -> int:
        """Items that count, which the weights share out."""
        return self.length - self.pilot if self.scored is None else self.scored

    @model_validator(mode="after")
    def slots_add_up(self) -> "FormPlan":
        """Scored and pilot items fill the form.

        Raises:
            ValueError: they do not.
        """
        if self.scored_items + self.pilot != self.length:
            raise ValueError(f"scored {self.scored_items} and pilot {self.pilot} do not make a length of {self.length}")
        return self


class Blueprint(Frozen):
    """Title, version, form, domains; the order of the domains breaks the last ties of an allocation."""

    title: str
    version: str
    form: FormPlan
    fees: dict[str, Any] = Field(default_factory=dict)
    domains: Annotated[tuple[Domain, ...], Field(min_length=1)]

    @property
    def weight_sum(self) -> Decimal:
        """The exact sum of the weights, which must be 100."""
        return sum((domain.weight for domain in self.domains), Decimal(0))
