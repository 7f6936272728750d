"""A value that a model refuses."""

import msgspec

from exambank.finding import FieldPath


class BadValue(msgspec.Struct, frozen=True):
    """A field whose value the model refuses, why, and the word that may be meant."""

    at: FieldPath
    message: str
    meant: str | None = None
