"""An item beside what the bank's targets do not hold of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from exambank.model.item import AnyItem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exambank.formats.feature import Denial, Feature


@dataclass(frozen=True, slots=True)
class TargetedItem:
    """An item, and what each target denies of what it uses."""

    item: AnyItem
    denied: "tuple[tuple[str, Feature, Denial], ...]"


def targeted(item: AnyItem, targets: Iterable[str]) -> TargetedItem:
    """The item with its losses in these targets; its stimulus is not looked at."""
    from exambank.formats.feature import features

    used = features(item, None)
    return TargetedItem(
        item,
        tuple(
            (target, feature, denial)
            for target in targets
            for feature, denial in denials(target).items()
            if feature in used
        ),
    )


@cache
def denials(target: str) -> "Mapping[Feature, Denial]":
    """What a target does not hold; nothing for one that is no target."""
    from exambank.formats import FORMATS

    if target not in FORMATS:
        return {}
    found: Mapping[Feature, Denial] = import_module(f"{FORMATS[target]}.capabilities").DENIED
    return found
