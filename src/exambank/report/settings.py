"""The settings of banks' checks, as a table and as JSON; its schema is schemas/settings.schema.json."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from typing_extensions import TypedDict

from exambank.report.encodable import encodable
from exambank.report.terminal import shown


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting's name with dots, its value as JSON holds it, and its origin: `default`, a file and line, an option."""

    name: str
    value: Any
    origin: str


BankSettings = Sequence[tuple[str, Sequence[Setting]]]  # by the bank's folder


class SettingObject(TypedDict):
    """A setting: its name with dots, its value, and `default`, a file with a line, or an option as where it is from."""

    name: str
    value: Any
    origin: str


class BankObject(TypedDict):
    """A bank's folder and its settings."""

    bank: str
    settings: list[SettingObject]


class SettingsObject(TypedDict):
    """What `check --show-settings --format json` prints."""

    format: int
    banks: list[BankObject]


def as_text(banks: BankSettings) -> str:
    """A table a bank: name, origin, value."""
    lines = []
    for folder, found in banks:
        rows = [(one.name, one.origin, json.dumps(one.value, ensure_ascii=False)) for one in found]
        widths = [max(len(row[column]) for row in rows) for column in range(2)]
        lines.append(f"{folder}:")
        lines += [f"  {name:{widths[0]}}  {origin:{widths[1]}}  {value}" for name, origin, value in rows]
    return "".join(shown(line) + "\n" for line in lines)


def as_json(banks: BankSettings) -> str:
    """One object with a list of banks."""
    data: SettingsObject = {
        "format": 1,
        "banks": [
            {
                "bank": encodable(folder),
                "settings": [{"name": one.name, "value": one.value, "origin": encodable(one.origin)} for one in found],
            }
            for folder, found in banks
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


WRITERS: dict[str, Callable[[BankSettings], str]] = {"text": as_text, "json": as_json}
