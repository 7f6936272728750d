"""What a field's value must keep to, as data that both readers of values take: the plain one and pydantic's."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, get_args

import msgspec

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


TEXT, ENTRY = "<text>", "<entry>"  # the shapes of a union, which pydantic puts into the path of an error


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds of a number, the length of a text or list, and the pattern (from `^` to `$`) of a text."""

    ge: float | None = None
    gt: float | None = None
    le: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    allow_inf_nan: bool | None = None
    strip_whitespace: bool | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        schema: Any = handler(source)
        inner = schema["schema"] if schema["type"].startswith("function-") else schema
        given = {name: getattr(self, name) for name in self.__struct_fields__}
        inner.update({name: value for name, value in given.items() if value is not None})
        found: CoreSchema = schema
        return found


class Checked(msgspec.Struct, frozen=True):
    """A look at a value as a whole, which raises ValueError where it is not as it should be."""

    look: Callable[[Any], None]

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        def looked_at(value: Any) -> Any:
            self.look(value)
            return value

        return core_schema.no_info_after_validator_function(looked_at, handler(source))


class ExactNumber(msgspec.Struct, frozen=True):
    """A decimal as it was written, not its binary neighbour; neither infinite nor no number."""

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        from exambank.model.base import exact, plain_number

        either = core_schema.union_schema([core_schema.int_schema(), core_schema.float_schema()])
        return core_schema.no_info_before_validator_function(
            exact,
            core_schema.decimal_schema(allow_inf_nan=False),
            serialization=core_schema.plain_serializer_function_ser_schema(
                plain_number, return_schema=either, when_used="json"
            ),
        )


class TextOrEntry(msgspec.Struct, frozen=True):
    """A union of a text and another shape; which is meant is seen by the value, so that a fault is told of that one."""

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        text, entry = get_args(source)
        choices = {TEXT: handler.generate_schema(text), ENTRY: handler.generate_schema(entry)}
        return core_schema.tagged_union_schema(choices, discriminator=shape_of)


def shape_of(value: object) -> str:
    """Which of its two shapes an entry has."""
    return TEXT if isinstance(value, str) else ENTRY
