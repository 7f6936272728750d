"""Values that are exactly as a model's types say, made into that model without pydantic.

Its import takes longer than a check of one changed file may (decision 0022). This reader never converts and never
explains: whatever is not plainly right, it gives up, and pydantic reads the whole. Where it gives a model, pydantic
gives the same; tests/model/test_plain_values.py holds the two together.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from msgspec.structs import fields

from exambank.model.base import GIVEN, Frozen
from exambank.model.limits import Checked, ExactNumber, Limits
from exambank.richtext.text import RichText

M = TypeVar("M", bound=Frozen)
Read = Callable[[Any], Any]
NO_LIMITS = Limits()
DAY = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
LARGE = 10**15  # numbers beyond, infinite ones and those that are none are pydantic's


class _Unusual(Exception):  # noqa: N818 - it never leaves this module
    """A value that this reader does not take."""


def plain(model: type[M], values: object) -> M | None:
    """The model; None where pydantic has to look."""
    try:
        return cast("M", _model(model)(values))
    except _Unusual:
        return None


@cache
def _model(model: type[Frozen]) -> Read:
    hints = get_type_hints(model, include_extras=True)
    readers = {field.name: _reader(hints[field.name]) for field in fields(model)}
    required = frozenset(field.name for field in fields(model) if field.required)

    keeps_given = model.__struct_config__.dict

    def read(values: Any) -> Frozen:
        if type(values) is model:
            same: Frozen = values
            return same
        if type(values) is not dict or not required <= values.keys() <= readers.keys():
            raise _Unusual
        try:
            found = model(**{name: readers[name](value) for name, value in values.items()})
        except ValueError:  # from a look at a whole
            raise _Unusual from None
        if keeps_given:
            vars(found)[GIVEN] = frozenset(values)
        return found

    return read


def _reader(hint: Any, limits: Limits = NO_LIMITS) -> Read:
    origin = get_origin(hint)
    if origin is Annotated:
        inner, *metadata = get_args(hint)
        if any(isinstance(one, ExactNumber) for one in metadata):
            inner = ExactNumber
        read = _reader(inner, next((one for one in metadata if isinstance(one, Limits)), limits))
        looks = [one.look for one in metadata if isinstance(one, Checked)]
        return _looked_at(read, looks[0]) if looks else read
    if origin in (Union, UnionType):
        return _union(get_args(hint))
    if origin is Literal:
        return _one_of(get_args(hint))
    if origin is tuple:
        return _tuple(_reader(get_args(hint)[0]), limits)
    if origin is dict:
        return _mapping(*map(_reader, get_args(hint)))
    if hint is Any:
        return lambda value: value
    if issubclass(hint, Frozen):
        return _model(hint)
    if issubclass(hint, StrEnum):
        return _member({str(one): one for one in hint})
    return _SIMPLE[hint](limits)


def _union(parts: tuple[Any, ...]) -> Read:
    """None or the one other type; or a text or a model."""
    others = [_reader(part) for part in parts if part is not NoneType]
    if len(others) == 1:
        other = others[0]
        return lambda value: None if value is None else other(value)
    text, entry = others
    return lambda value: text(value) if type(value) is str else entry(value)


def _one_of(words: tuple[Any, ...]) -> Read:
    def read(value: Any) -> Any:
        if any(value == word and type(value) is type(word) for word in words):
            return value
        raise _Unusual

    return read


def _member(members: Mapping[str, StrEnum]) -> Read:
    def read(value: Any) -> StrEnum:
        if type(value) is str and value in members:
            return members[value]
        raise _Unusual

    return read


def _tuple(entry: Read, limits: Limits) -> Read:
    least = limits.min_length or 0
    most = limits.max_length

    def read(value: Any) -> tuple[Any, ...]:
        if type(value) not in (list, tuple) or len(value) < least or (most is not None and len(value) > most):
            raise _Unusual
        return tuple([entry(one) for one in value])

    return read


def _looked_at(inner: Read, look: Callable[[Any], None]) -> Read:
    def read(value: Any) -> Any:
        found = inner(value)
        look(found)
        return found

    return read


def _mapping(key: Read, entry: Read) -> Read:
    def read(value: Any) -> dict[str, Any]:
        if type(value) is not dict:
            raise _Unusual
        return {key(name): entry(one) for name, one in value.items()}

    return read


def _plain_text(value: Any) -> str:
    if type(value) is not str or not (value.isascii() or _is_unicode(value)):
        raise _Unusual
    return value


def _is_unicode(text: str) -> bool:
    """Whether it holds no half of a surrogate pair, which YAML can write and pydantic refuses."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _text(limits: Limits) -> Read:
    if limits == NO_LIMITS:
        return _plain_text
    pattern = re.compile(limits.pattern or "", re.ASCII | re.DOTALL) if limits.pattern is not None else None
    least = limits.min_length or 0
    most = limits.max_length

    def read(value: Any) -> str:
        text = _plain_text(value)
        if limits.strip_whitespace and (not text.isprintable() or text[:1] == " " or text[-1:] == " "):
            raise _Unusual
        if len(text) < least or (most is not None and len(text) > most):
            raise _Unusual
        if pattern is not None and (text.endswith("\n") or pattern.search(text) is None):  # `$` lets a line end pass
            raise _Unusual
        return text

    return read


def _is_within(value: Any, limits: Limits) -> bool:
    return (
        (limits.ge is None or value >= limits.ge)
        and (limits.gt is None or value > limits.gt)
        and (limits.le is None or value <= limits.le)
    )


def _number(kinds: tuple[type, ...], made: Callable[[Any], Any]) -> Callable[[Limits], Read]:
    """A reader of values of these very types; what is made of them is held against the limits."""

    def reader(limits: Limits) -> Read:
        def read(value: Any) -> Any:
            if type(value) not in kinds or not -LARGE < value < LARGE:
                raise _Unusual
            found = made(value)
            if not _is_within(found, limits):
                raise _Unusual
            return found

        return read

    return reader


def _exact(value: Any) -> Decimal:
    return Decimal(repr(value)) if type(value) is float else Decimal(value)


def _date(value: Any) -> date:
    if type(value) is date:
        return value
    if type(value) is not str or DAY.fullmatch(value) is None:
        raise _Unusual
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise _Unusual from None


def _instance(kind: type) -> Callable[[Limits], Read]:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise _Unusual
        return value

    return lambda _: read


_SIMPLE: dict[type, Callable[[Limits], Read]] = {
    str: _text,
    int: _number((int,), int),
    float: _number((int, float), float),
    ExactNumber: _number((int, float, Decimal), _exact),
    bool: _instance(bool),
    date: lambda _: _date,
    RichText: _instance(RichText),
}
