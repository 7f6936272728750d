"""An item beside the bank's targets, and what they do not hold of it."""

from functools import cache, cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec import Struct

from exambank.model.item import AnyItem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exambank.formats.feature import Denial, Feature


class TargetedItem(Struct, frozen=True, dict=True):
    """An item and the bank's targets; what they make of it is looked up where a rule asks."""

    item: AnyItem
    targets: tuple[str, ...]

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
