"""The texts that candidates see while they answer."""

from collections.abc import Iterator

from exambank.check.text_fields import text_fields
from exambank.finding import FieldPath
from exambank.model.item import AnyItem
from exambank.richtext.text import RichText

AFTERWARDS = ("feedback", "rationale")


def shown_texts(item: AnyItem) -> Iterator[tuple[FieldPath, RichText]]:
    """The stem, the options and the hint, with their fields."""
    return (field for field in text_fields(item) if field[0][-1] not in AFTERWARDS)
