"""A blueprint: what a form holds, and how much of it each domain gets."""

from decimal import Decimal
from typing import Annotated, Any

from msgspec import field

from exambank.model.base import Exact, Frozen
from exambank.model.limits import Limits

Slug = Annotated[str, Limits(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=64)]
ObjectiveId = Annotated[str, Limits(pattern=r"^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+$", max_length=128)]


Share = Annotated[Exact, Limits(ge=0, le=100)]


class Objective(Frozen, frozen=True, kw_only=True):
    """What a candidate must be able to do."""

    id: ObjectiveId
    title: str


class Domain(Frozen, frozen=True, kw_only=True):
    """A part of the exam with its weight in percent."""

    id: Slug
    title: str
    weight: Annotated[Exact, Limits(ge=0, le=100)]
    objectives: tuple[Objective, ...] = ()


class CognitiveMix(Frozen, frozen=True, kw_only=True):
    """Which share of the items each cognitive level has, in percent, and how many points it may be off."""

    shares: dict[str, Share]
    tolerance: Annotated[Exact, Limits(ge=0, le=100)] = Decimal(10)

    @property
    def share_sum(self) -> Decimal:
        """The exact sum of the shares, which must be 100."""
        return sum(self.shares.values(), Decimal(0))


class FormPlan(Frozen, frozen=True, kw_only=True):
    """A form: items in all, scored and pilot ones, minutes, and the cut score in percent."""

    length: Annotated[int, Limits(ge=1, le=10_000)]
    scored: Annotated[int, Limits(ge=0)] | None = None
    pilot: Annotated[int, Limits(ge=0)] = 0
    minutes: Annotated[int, Limits(ge=1)] | None = None
    cut_score: Annotated[Exact, Limits(ge=0, le=100)] | None = None

    @property
    def scored_items(self) -> int:
        """Items that count, which the weights share out."""
        return self.length - self.pilot if self.scored is None else self.scored

    def __post_init__(self) -> None:
        """Scored and pilot items fill the form.

        Raises:
            ValueError: they do not.
        """
        if self.scored_items + self.pilot != self.length:
            raise ValueError(f"scored {self.scored_items} and pilot {self.pilot} do not make a length of {self.length}")


class Blueprint(Frozen, frozen=True, kw_only=True):
    """Title, version, form, domains, mix of levels; the order of the domains breaks the last ties of an allocation."""

    title: str
    version: str
    form: FormPlan
    fees: dict[str, Any] = field(default_factory=dict)
    domains: Annotated[tuple[Domain, ...], Limits(min_length=1)]
    cognitive: CognitiveMix | None = None

    @property
    def weight_sum(self) -> Decimal:
        """The exact sum of the weights, which must be 100."""
        return sum((domain.weight for domain in self.domains), Decimal(0))
