"""A value that a model refuses."""

import msgspec

from exambank.finding import FieldPath


class BadValue(msgspec.Struct, frozen=True):
    """A field whose value the model refuses, and why."""

    at: FieldPath
    message: str
