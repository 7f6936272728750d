"""A translation beside its source, as the rule over drift sees them."""

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from exambank.model.translation import Translation
    from exambank.model.translation_differences import Source


class TranslationPair(Struct, frozen=True):
    """A translation and the item or stimulus that it translates, which it finds beside it."""

    source: "Source"
    translation: "Translation"
