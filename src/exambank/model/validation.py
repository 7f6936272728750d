"""Models by pydantic, which converts, explains what it refuses, and makes the schemas; imported where it is needed."""

import re
from functools import cache
from typing import Annotated, Any, TypeVar, get_type_hints

from msgspec import NODEFAULT
from msgspec.structs import fields
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, create_model
from pydantic_core import CoreSchema, ErrorDetails, core_schema

from exambank.finding import FieldPath, nearest
from exambank.model.bad_value import BadValue
from exambank.model.base import GIVEN, Frozen, dumped
from exambank.model.item import AnyItem
from exambank.model.limits import ENTRY, TEXT

WORD = re.compile(r"'([^']*)'")
M = TypeVar("M", bound=Frozen)
COUNTED = {"options": "option", "answers": "answer"}
PLAIN_WORDS = {  # pydantic's words, which name Python's types
    "Value error, ": "",
    ", unable to parse string as a number": "",
    ", unable to parse string as an integer": "",
    "Input should be a valid": "should be a",
    "date or datetime": "date",
    "Input should": "should",
    " after validation": "",
    "string should have": "text should have",
    "String should have": "text should have",
    "a string": "text in quotation marks",
    "a integer": "a whole number",
    "a tuple": "a list",
    "a dictionary": "a mapping",
    "a boolean": "true or false",
    "Tuple should": "should",
    "Extra inputs are not permitted": "there is no such field",
    "Field required": "is missing",
}


def checked(model: type[M], values: Any) -> tuple[M | None, list[BadValue]]:
    """The model; where pydantic refuses it, the reasons."""
    try:
        return validated(model, values), []
    except ValidationError as error:
        return None, bad_values(error)


def validated(model: type[M], values: Any) -> M:
    """The model.

    Raises:
        ValidationError: pydantic refuses it.
    """
    found: M = adapter(model).validate_python(values)
    return found


@cache
def adapter(model: type[M]) -> TypeAdapter[M]:
    """The model's reader."""
    return TypeAdapter(model)


def bad_values(error: ValidationError) -> list[BadValue]:
    """Pydantic's errors, one a field, in plain words; a list is not too short for want of entries that are refused."""
    found: dict[FieldPath, BadValue] = {}
    entries = error.errors(include_url=False)
    for entry in entries:
        loc = entry["loc"]
        if entry["type"] == "too_short" and any(
            len(loc) < len(one["loc"]) and one["loc"][: len(loc)] == loc for one in entries
        ):
            continue
        at = tuple(step for step in entry["loc"] if step not in (TEXT, ENTRY))
        message = f"{_named(at)}: {_words(entry['msg'])}"
        found.setdefault(at, BadValue(at, message, _meant(entry)))
    return list(found.values())


def _named(at: FieldPath) -> str:
    """A field as an author knows it; options and answers of the body have numbers from 1."""
    if len(at) == 3 and at[0] in COUNTED and isinstance(at[1], int):
        return f"{at[2]} of {COUNTED[str(at[0])]} {at[1] + 1}"
    return f"`{'.'.join(map(str, at)) or 'item'}`"


def _meant(entry: ErrorDetails) -> str | None:
    """The word that is nearest to what was given, where one of several was asked for."""
    if entry["type"] != "literal_error" or not isinstance(entry["input"], str):
        return None
    return nearest(entry["input"], WORD.findall(entry["ctx"]["expected"]))


def _words(message: str) -> str:
    for theirs, ours in PLAIN_WORDS.items():
        message = message.replace(theirs, ours)
    return message[:1].lower() + message[1:]


def fields_of(model: type[Frozen]) -> dict[str, tuple[Any, Any]]:
    """Each field's type and default (`...` where it must be given), as `create_model` takes them."""
    hints = get_type_hints(model, include_extras=True)
    return {field.name: (hints[field.name], _default(field)) for field in fields(model)}


def _default(field: Any) -> Any:
    if field.default_factory is not NODEFAULT:
        return Field(default_factory=field.default_factory)
    return ... if field.default is NODEFAULT else field.default


class Form(BaseModel):
    """What a model's values must be: pydantic's own kind of model."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@cache
def form_of(model: type[Frozen]) -> type[Form]:
    """The pydantic model that reads values for this one."""
    given: dict[str, Any] = dict(fields_of(model))
    return create_model(model.__name__, __base__=Form, __doc__=model.__doc__, __module__=model.__module__, **given)


def core_schema_of(model: type[Frozen], handler: Any) -> CoreSchema:
    """How pydantic reads, writes and describes a model of ours: by its form, whose fields it then takes."""

    def read(value: Any, by_form: Any) -> Frozen:
        if isinstance(value, model):
            return value
        form = by_form(value)
        found = model(**vars(form))
        if model.__struct_config__.dict:
            vars(found)[GIVEN] = frozenset(form.model_fields_set)
        return found

    def write(value: Frozen, info: Any) -> Any:
        return dumped(value, is_json=info.mode == "json")

    return core_schema.no_info_wrap_validator_function(
        read,
        handler.generate_schema(form_of(model)),
        serialization=core_schema.plain_serializer_function_ser_schema(write, info_arg=True),
    )


Item = Annotated[AnyItem, Field(discriminator="interaction")]
ITEM: TypeAdapter[AnyItem] = TypeAdapter(Item)
