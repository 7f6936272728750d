"""A programme's house schema: a JSON Schema that adds to or restricts an item's front matter."""

from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator, SchemaError

from exambank.check.examine import HouseCheck
from exambank.finding import Fault, Severity
from exambank.syntax.document import Document

CODE = ("STR019", "house-schema")


def schema_fault(schema: object) -> str | None:
    """Why this is no JSON Schema (draft 2020-12) that may be used here; None if it is one."""
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


def house_check(schema: dict[str, Any]) -> HouseCheck:
    """A check of front matter against the schema; each error stands at its field."""
    validator = Draft202012Validator(schema)

    def check(document: Document) -> Iterator[Fault]:
        if document.kind != "item":
            return
        code, name = CODE
        for error in sorted(validator.iter_errors(document.fields), key=lambda error: list(map(str, error.path))):
            at = tuple(error.absolute_path)
            field = ".".join(map(str, at)) or "front matter"
            yield Fault(
                code, name, Severity.ERROR, f"`{field}`: {error.message}", "follow the bank's house schema", at
            )

    return check
