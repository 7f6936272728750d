"""A bank's own settings, as bank.yaml holds them."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from exambank.model.base import Exact, Frozen, Scoring
from exambank.model.blueprint import Slug
from exambank.model.check_settings import CheckSettings

SEMVER = r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?$"


class Defaults(Frozen):
    """What an item has when it says nothing."""

    points: Annotated[Exact, Field(gt=0, le=1000)] | None = None
    scoring: Scoring | None = None
    shuffle: bool | None = None


class Bank(Frozen):
    """Identity, language, defaults, targets and checks of a bank."""

    format: Literal[1] = 1
    id: Slug
    title: str
    version: Annotated[str, StringConstraints(pattern=SEMVER)]
    language: str = "en"
    licence: str | None = None
    description: str | None = None
    defaults: Defaults = Defaults()
    cognitive_levels: Annotated[tuple[str, ...], Field(min_length=1)] = ("recall", "apply", "analyse")
    targets: tuple[str, ...] = ("json", "qti12", "qti21", "qti22", "qti30")
    house_schema: str | None = None
    check: CheckSettings = CheckSettings()
