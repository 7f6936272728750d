"""A property that is computed once and kept, without the lock that functools' one takes in Python 3.11."""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

Value = TypeVar("Value")


class kept(Generic[Value]):  # noqa: N801 - a decorator, as property is
    """Computes the value when it is first asked for, and puts it into the object's dictionary in its own place."""

    def __init__(self, compute: Callable[[Any], Value]) -> None:
        self.compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, one: None, owner: type) -> Self: ...

    @overload
    def __get__(self, one: object, owner: type) -> Value: ...

    def __get__(self, one: object | None, owner: type) -> "Self | Value":
        if one is None:
            return self
        value = one.__dict__[self.name] = self.compute(one)
        return value
