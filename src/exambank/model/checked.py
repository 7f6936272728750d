"""Values into a model: at once where they are plainly right, else by pydantic, which says what is wrong."""

from typing import Any, TypeVar

from exambank.model.bad_value import BadValue
from exambank.model.base import Frozen
from exambank.model.plain_values import plain

M = TypeVar("M", bound=Frozen)


def checked(model: type[M], values: Any) -> tuple[M | None, list[BadValue]]:
    """The model; where its values are refused, the reasons."""
    found = plain(model, values)
    if found is not None:
        return found, []
    from exambank.model import validation

    return validation.checked(model, values)
