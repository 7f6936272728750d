"""A form: an assembled exam, as the lock file that says exactly which items it holds."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from exambank.model.bank import SEMVER
from exambank.model.base import Frozen
from exambank.model.blueprint import Slug
from exambank.model.limits import Checked, Limits

Pinned = Annotated[str, Limits(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*@[1-9][0-9]*$", max_length=80)]
Digest = Annotated[str, Limits(pattern=r"^[0-9a-f]{64}$")]
Word = Annotated[str, Limits(min_length=1)]


class Pin(Frozen, frozen=True, kw_only=True):
    """An item or a stimulus at a version, and the digest of what candidates see of it."""

    id: Pinned
    digest: Digest

    @property
    def name(self) -> str:
        """The id without the version."""
        return self.id.partition("@")[0]

    @property
    def version(self) -> int:
        """The version."""
        return int(self.id.partition("@")[2])


class FormItem(Pin, frozen=True, kw_only=True):
    """An item on a form: scored or in a pilot slot, and whether it is common to several forms."""

    slot: Literal["scored", "pilot"] = "scored"
    anchor: bool = False


class Solver(Frozen, frozen=True, kw_only=True):
    """What assembled the form, so that the same can be had again."""

    name: Word
    version: Word
    seed: Annotated[int, Limits(ge=0)]


def stand_once(pins: Sequence[Pin]) -> None:
    """No item and no stimulus stands twice, in whatever versions.

    Raises:
        ValueError: one does.
    """
    counts = Counter(pin.name for pin in pins)
    if double := next((name for name, count in counts.items() if count > 1), None):
        raise ValueError(f"{double} stands {counts[double]} times on the form")


class Form(Frozen, frozen=True, kw_only=True):
    """Identity, what it was assembled from and by, and its items in the order in which candidates meet them.

    A retired form is kept so that it can be rebuilt from the repository's history; no rule looks at it any more.
    """

    format: Literal[1] = 1
    id: Slug
    title: str
    status: Literal["draft", "published", "retired"] = "draft"
    bank: Annotated[str, Limits(pattern=SEMVER)]
    blueprint: str
    solver: Solver | None = None
    items: Annotated[tuple[FormItem, ...], Limits(min_length=1, max_length=10_000), Checked(stand_once)]
    stimuli: Annotated[tuple[Pin, ...], Checked(stand_once)] = ()

    @property
    def is_retired(self) -> bool:
        """Whether it is of the past."""
        return self.status == "retired"

    @property
    def pins(self) -> Iterator[tuple[str, int, Pin]]:
        """All pins, with the names of their fields and their places in them."""
        for field, pins in (("items", self.items), ("stimuli", self.stimuli)):
            yield from ((field, number, pin) for number, pin in enumerate(pins))
