"""A programme's house schema: a JSON Schema that adds to or restricts an item's front matter.

jsonschema is imported where it is used: most banks have no house schema, and it takes long to import.
"""

from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from exambank.finding import FieldPath
from exambank.syntax.document import Document


class HouseError(Struct, frozen=True):
    """What the house schema has against a field."""

    at: FieldPath
    message: str


def schema_fault(schema: object) -> str | None:
    """Why this is no JSON Schema (draft 2020-12) that may be used here; None if it is one."""
    from jsonschema import Draft202012Validator, SchemaError

    if not isinstance(schema, dict):
        return "the top is not an object"
    if _has_outside_reference(schema):
        return "it refers to another document by `$ref`; write the part out under `$defs`"
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        return error.message
    return None


def _has_outside_reference(schema: object) -> bool:
    if isinstance(schema, dict):
        reference = schema.get("$ref")
        if isinstance(reference, str) and not reference.startswith("#"):
            return True
        return any(map(_has_outside_reference, schema.values()))
    return isinstance(schema, list) and any(map(_has_outside_reference, schema))


def house_check(schema: dict[str, Any]) -> Callable[[Document], Iterator[HouseError]]:
    """A check of front matter against the schema; each error stands at its field."""
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(schema)

    def check(document: Document) -> Iterator[HouseError]:
        if document.kind != "item":
            return
        for error in sorted(validator.iter_errors(document.fields), key=lambda error: list(map(str, error.path))):
            at = tuple(error.absolute_path)
            field = ".".join(map(str, at))
            yield HouseError(at, f"`{field}`: {error.message}" if field else error.message)

    return check
