"""Every setting of the checks of a bank, with its value and where it is from."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any

from exambank.check.bank_files import BankFiles
from exambank.check.rules import RULES
from exambank.cli.check_settings import DEFAULT
from exambank.cli.paths import path_from_here
from exambank.config import CHECK, PYPROJECT, ToolTable, tool_table
from exambank.finding import FieldPath
from exambank.model.check_settings import CheckSettings
from exambank.report.settings import Setting
from exambank.source.discover import BANK_FILE

NESTED = ("severity", "limits", "per_path")


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
    if BANK_FILE in files.extended and name in files.extended[BANK_FILE][1].model_fields_set:
        return _in_table(files.extended[BANK_FILE][0])
    table = tool_table(files.root)
    if table is not None and name in files.tool.model_fields_set:
        return _in_table(table)
    if PYPROJECT in files.extended and name in files.extended[PYPROJECT][1].model_fields_set:
        return _in_table(files.extended[PYPROJECT][0])
    return lambda _: DEFAULT


def _in_table(table: ToolTable) -> Callable[[FieldPath], str]:
    return lambda at: f"{path_from_here(table.path)}:{table.line_of(*at)}"
