"""A bank's own settings, as bank.yaml holds them."""

import re
from typing import Annotated, Literal

from msgspec import field

from exambank.model.base import Exact, Frozen, Scoring
from exambank.model.blueprint import Slug
from exambank.model.check_settings import CheckSettings
from exambank.model.limits import Checked, Limits, TextOrEntry

SEMVER = r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?$"


Term = Annotated[str, Limits(strip_whitespace=True, min_length=1)]


class Defaults(Frozen, frozen=True, kw_only=True):
    """What an item has when it says nothing."""

    points: Annotated[Exact, Limits(gt=0, le=1000)] | None = None
    scoring: Scoring | None = None
    shuffle: bool | None = None


def replaced_once(words: dict[str, str]) -> None:
    """What to write instead holds no word that is to be replaced in its turn.

    Raises:
        ValueError: it does.
    """
    for word, use in words.items():
        for other in words:
            if other != word and re.search(rf"(?<![\w-]){re.escape(other)}(?![\w-])", use, re.IGNORECASE):
                raise ValueError(f"`{use}` is to be written for `{word}`, but `{other}` is to be replaced")


HouseWords = Annotated[dict[Term, Term], Checked(replaced_once)]


Percent = Annotated[Exact, Limits(gt=0, le=100)]
Shares = Annotated[Literal["moodle"] | tuple[Percent, ...], TextOrEntry()]


class Bank(Frozen, frozen=True, kw_only=True):
    """Identity, language, defaults, targets and checks of a bank."""

    format: Literal[1] = 1
    id: Slug
    title: str
    version: Annotated[str, Limits(pattern=SEMVER)]
    language: str = "en"
    licence: str | None = None
    description: str | None = None
    defaults: Defaults = Defaults()
    cognitive_levels: Annotated[tuple[str, ...], Limits(min_length=1)] = ("recall", "apply", "analyse")
    targets: tuple[str, ...] = ("json", "qti12", "qti21", "qti22", "qti30")
    shares: Shares = ()  # what the LMS takes as an option's part of the points
    house_schema: str | None = None
    security: Literal["open", "secure"] = "open"  # whether keys must not be known
    second_keying: bool = False  # whether items past key-verified need a blind match, also where none is on record
    glossary: dict[Term, Term] = field(default_factory=dict)  # a term or an abbreviation → what it stands for
    house_words: HouseWords = field(default_factory=dict)  # a word → what to write instead
    check: CheckSettings = CheckSettings()
