"""A suppression that silenced nothing, as its rule sees it."""

from msgspec import Struct


class UnusedSuppression(Struct, frozen=True):
    """The item's file, the entry's place in its list from 0, how many entries there are, and what it names.

    `is_firm` where nothing that the rule finds may be silenced in an item.
    """

    path: str
    number: int
    entries: int
    code: str
    is_firm: bool
