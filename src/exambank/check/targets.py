"""An item beside the bank's targets, and what they do not hold of it."""

from decimal import Decimal
from functools import cache, cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec import Struct

from exambank.model.item import AnyItem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from exambank.formats.feature import Denial, Feature


class TargetedItem(Struct, frozen=True, dict=True):
    """An item and the bank's targets; what they make of it is looked up where a rule asks."""

    item: AnyItem
    targets: tuple[str, ...]
    shares: str | tuple[Decimal, ...] = ()  # what the bank says that its LMS takes

    @cached_property
    def denied(self) -> "tuple[tuple[str, Feature, Denial], ...]":
        """What each target denies of what the item uses; its stimulus is not looked at."""
        from exambank.formats.feature import features

        used = features(self.item, None)
        return tuple(
            (target, feature, denial)
            for target in self.targets
            for feature, denial in denials(target).items()
            if feature in used
        )

    @property
    def telling_by_text(self) -> tuple[str, ...]:
        """The targets in whose statistics an option has no name but its text."""
        return tuple(filter(tells_by_text, self.targets))

    @property
    def share_lists(self) -> "Iterator[tuple[str, tuple[Decimal, ...]]]":
        """Who takes only some shares of the points, and which: the bank's LMS, and targets that say so."""
        if self.shares:
            from exambank.formats.shares import NAMED

            yield "the LMS", NAMED[self.shares] if isinstance(self.shares, str) else self.shares
        for target in self.targets:
            if taken := taken_shares(target):
                yield target, taken


@cache
def taken_shares(target: str) -> "tuple[Decimal, ...]":
    """The shares that a target takes; empty for one that takes all, or is no target."""
    from exambank.formats import FORMATS

    if target not in FORMATS:
        return ()
    found: tuple[Decimal, ...] = getattr(import_module(f"{FORMATS[target]}.capabilities"), "SHARES", ())
    return found


@cache
def denials(target: str) -> "Mapping[Feature, Denial]":
    """What a target does not hold; nothing for one that is no target."""
    from exambank.formats import FORMATS

    if target not in FORMATS:
        return {}
    found: Mapping[Feature, Denial] = import_module(f"{FORMATS[target]}.capabilities").DENIED
    return found


@cache
def tells_by_text(target: str) -> bool:
    """Whether the target's statistics name an option by its text."""
    from exambank.formats import FORMATS
    from exambank.formats.contract import format_named

    return target in FORMATS and format_named(target).tells_options_by_text
