"""Every setting of the checks of a bank, with its value and where it is from."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from exambank.check.bank_files import BankFiles
from exambank.check.rules import RULES
from exambank.cli.check_settings import DEFAULT
from exambank.cli.paths import path_from_here
from exambank.config import CHECK, tool_table
from exambank.finding import FieldPath
from exambank.model.check_settings import CheckSettings
from exambank.report.terminal import shown
from exambank.source.discover import BANK_FILE

NESTED = ("severity", "limits", "per_path")


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting's name with dots, its value as JSON holds it, and its origin: `default`, a file and line, an option."""

    name: str
    value: Any
    origin: str


BankSettings = Sequence[tuple[str, Sequence[Setting]]]  # by the bank's folder


def settings(files: BankFiles, asked: Mapping[str, tuple[Any, str]]) -> Iterator[Setting]:
    """Field by field, as a bank's checks take them; `asked` are those of this run with their origins."""
    effective = files.selection.settings
    plain = effective.model_dump(is_json=True)
    for name in CheckSettings.__struct_fields__:
        origin = _origin(files, name, asked)
        if name not in NESTED:
            yield Setting(name, plain[name], origin((name,)))
            continue
        for key, value in plain[name].items():
            if isinstance(value, dict):
                for inner, one in value.items():
                    yield Setting(f"{name}.{key}.{inner}", one, origin((name, key, inner)))
            else:
                yield Setting(f"{name}.{key}", value, origin((name, key)))
    yield from _other_limits(effective)


def _other_limits(given: CheckSettings) -> Iterator[Setting]:
    """The limits of rules that no setting names."""
    for code, module in RULES.items():
        rule = import_module(module).RULE
        named = {**given.limits.get(code, {}), **given.limits.get(rule.name, {})}
        for limit, value in rule.limits.items():
            if limit not in named:
                yield Setting(f"limits.{rule.name}.{limit}", value, DEFAULT)


def _origin(files: BankFiles, name: str, asked: Mapping[str, tuple[Any, str]]) -> Callable[[FieldPath], str]:
    """Who says what of a field, as a function from a path in it."""
    if name in asked:
        return lambda _: asked[name][1]
    if files.bank is not None and name in files.bank.check.model_fields_set:
        file = path_from_here(files.root / BANK_FILE)
        return lambda at: f"{file}:{files.places[BANK_FILE].place((CHECK, *at)).line}"
    table = tool_table(files.root)
    if table is not None and name in files.tool.model_fields_set:
        return lambda at: f"{path_from_here(table.path)}:{table.line_of(at[-1])}"
    return lambda _: DEFAULT


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
    """A list of banks."""
    data = [
        {
            "bank": folder,
            "settings": [{"name": one.name, "value": one.value, "origin": one.origin} for one in found],
        }
        for folder, found in banks
    ]
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


WRITERS: dict[str, Callable[[BankSettings], str]] = {"text": as_text, "json": as_json}
