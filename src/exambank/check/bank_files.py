"""The bank's own files: bank.yaml, blueprint.yaml, the key lock, the forms and the house schema."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, field

from exambank.check.house_words import NO_WORDS, HouseWords
from exambank.check.selection import Selection, setting_faults
from exambank.config import CHECK, PYPROJECT, ToolTable, is_file, table_of, tool_table
from exambank.finding import FieldPath, Finding, Place, Severity, quoted
from exambank.keys.lock import LOCK_FILE, Lock, lock_of
from exambank.keys.second_keys import SECOND_KEYS_FILE, SecondKeys, second_keys_of
from exambank.model.bank import Bank
from exambank.model.base import Frozen
from exambank.model.blueprint import Blueprint
from exambank.model.check_settings import CheckSettings
from exambank.model.checked import checked
from exambank.model.form import Form
from exambank.source.discover import BANK_FILE
from exambank.source.read import read, read_if_there
from exambank.syntax import front_matter
from exambank.syntax.positions import Places, place_of

BLUEPRINT_FILE = "blueprint.yaml"
FORMS_FOLDER, FORMS_PAGE = "forms", "docs/forms.md"
BAD_BANK_FILE = ("BNK010", "bad-bank-file")

M = TypeVar("M", bound=Frozen)


class BankFiles(Struct, dict=True):
    """What the bank's own files say; None where a file is missing or wrong, which `findings` then tell."""

    root: Path
    asked: Mapping[str, Any] = field(default_factory=dict)  # settings of the checks for this run alone
    bank: Bank | None = None
    tool: CheckSettings = field(default_factory=CheckSettings)  # those of pyproject.toml
    extended: dict[str, tuple[ToolTable, CheckSettings]] = field(default_factory=dict)  # by the file that names it
    blueprint: Blueprint | None = None
    places: dict[str, Places] = field(default_factory=dict)
    house_schema: dict[str, Any] | None = None
    findings: list[Finding] = field(default_factory=list)

    @cached_property
    def lock(self) -> Lock:
        """The key lock, read when first asked for: workers never ask."""
        return lock_of(read_if_there(self.root, LOCK_FILE))

    @cached_property
    def second_keys(self) -> SecondKeys:
        """The blind answers on record, read when first asked for."""
        return second_keys_of(read_if_there(self.root, SECOND_KEYS_FILE))

    @property
    def selection(self) -> Selection:
        """What is asked of the checks: by this run, else by bank.yaml, else by pyproject.toml, field by field.

        What a file extends comes behind it.
        """
        own = self.bank.check if self.bank else CheckSettings()
        found = CheckSettings()
        for file, settings in ((PYPROJECT, self.tool), (BANK_FILE, own)):
            for one in (self.extended[file][1], settings) if file in self.extended else (settings,):
                found = found.model_copy(update={name: getattr(one, name) for name in one.model_fields_set})
        return Selection(found.model_copy(update=dict(self.asked)))

    @property
    def language(self) -> str | None:
        """The language of items that name none."""
        return self.bank.language if self.bank else None

    @property
    def words(self) -> HouseWords:
        """The terms that the bank defines, and the words that it wants written otherwise."""
        return HouseWords(frozenset(self.bank.glossary), self.bank.house_words) if self.bank else NO_WORDS

    @property
    def defaults(self) -> dict[str, Any]:
        """What items have when they say nothing."""
        return self.bank.defaults.model_dump(exclude_none=True) if self.bank else {}


def read_bank_files(root: Path, asked: Mapping[str, Any] | None = None) -> BankFiles:
    """Reads them all; never raises on what they hold."""
    files = BankFiles(root, asked or {})
    files.bank = _model(files, BANK_FILE, Bank)
    files.blueprint = _model(files, BLUEPRINT_FILE, Blueprint)
    _check_settings(files)
    _read_tool_table(files)
    if files.bank is not None and files.bank.house_schema:
        files.house_schema = _house_schema(files, files.bank.house_schema)
    return files


def read_forms(files: BankFiles, paths: Iterable[str]) -> dict[str, Form]:
    """The forms among these paths; one that is wrong is told of once, in `files.findings`, and left out."""
    forms: dict[str, Form] = {}
    for path in paths:
        if not path.startswith(FORMS_FOLDER):
            continue
        folder, _, name = path.rpartition("/")
        if folder != FORMS_FOLDER or not name.endswith((".yaml", ".yml")):
            continue
        before = len(files.findings)
        form = read_model(files, path, Form, FORMS_PAGE)
        del files.findings[before + 1 :]
        if form is not None and name != f"{form.id}.yaml":
            place = files.places[path].place(("id",))
            _report(files, place, f"the form {form.id} is in {name}", f"call the file {form.id}.yaml, or mend the id")
        elif form is not None:
            forms[path] = form
    return forms


def _model(files: BankFiles, name: str, model: type[M]) -> M | None:
    if not (files.root / name).is_file():
        _report(files, Place(name), f"the bank has no {name}", f"write one; docs/format.md shows a {name}")
        return None
    return read_model(files, name, model, "docs/format.md")


def read_model(files: BankFiles, name: str, model: type[M], page: str) -> M | None:
    """What a YAML file says, by its model; where it is wrong, what a page of the docs has more of is told."""
    source = read(files.root, name)
    if source.fault is not None:
        offset, message, mend = source.fault
        _report(files, place_of(name, source.text, offset), message, mend)
        return None
    yaml = front_matter.parse(source.text, name)
    files.places[name] = Places(name, dict(yaml.places))
    if yaml.fault is not None:
        line, column = yaml.fault.line, yaml.fault.column
        _report(files, Place(name, line, column, line, column + 1), yaml.fault.message, yaml.fault.mend)
        return None
    found, refused = checked(model, yaml.values)
    for bad in refused:
        place = yaml.keys.get(bad.at) if bad.at not in yaml.places else None
        _report(files, place or files.places[name].place(bad.at), bad.message, f"see {page}")
    return found


def _house_schema(files: BankFiles, name: str) -> dict[str, Any] | None:
    at = files.places[BANK_FILE].place(("house_schema",))
    path = (files.root / name).resolve()
    is_seen = name.endswith(".json") and not any(part.startswith(".") for part in name.split("/"))
    if not is_seen or not path.is_relative_to(files.root.resolve()) or not path.is_file():
        _report(
            files,
            at,
            f"house_schema: there is no JSON file {quoted(name)} in the bank",
            "give the path of a JSON Schema in the bank, such as `house.schema.json`",
        )
        return None
    try:
        schema = json.loads(path.read_text("utf-8"))
    except (ValueError, OSError, RecursionError) as error:
        _report(files, Place(name), f"the house schema is not JSON: {error}", "mend the file")
        return None
    from exambank.check.house import schema_fault

    fault = schema_fault(schema)
    if fault is not None:
        _report(files, Place(name), f"the house schema is no JSON Schema: {fault}", "mend the schema")
        return None
    return dict(schema)


def _report(files: BankFiles, place: Place, message: str, mend: str) -> None:
    code, name = BAD_BANK_FILE
    files.findings.append(Finding(code, name, Severity.ERROR, message, mend, place))


def _check_settings(files: BankFiles) -> None:
    """Reports settings under `check` that would do nothing, or switch off what guards the keys."""
    if files.bank is None:
        return
    settings, places = files.bank.check, files.places[BANK_FILE]
    for at, message, mend in setting_faults(settings):
        _report(files, places.place((CHECK, *at)), message, mend)
    _read_extended(files, files.root / BANK_FILE, settings, places.place((CHECK, "extend")))


def _read_tool_table(files: BankFiles) -> None:
    """Takes the settings of pyproject.toml, which stands in the bank's folder or above it, unless none would count."""
    table = None if _is_asked_all(files) else tool_table(files.root)
    settings = _settings_of(files, table) if table is not None else None
    if table is not None and settings is not None:
        files.tool = settings
        _read_extended(files, table.path, settings, _place_in(files, table, ("extend",)))


def _is_asked_all(files: BankFiles) -> bool:
    """Whether this run sets all there is, as `--isolated` does."""
    return files.asked.keys() >= set(CheckSettings.__struct_fields__)


def _read_extended(files: BankFiles, near: Path, settings: CheckSettings, place: Place) -> None:
    """Takes the settings of the file that these settings extend."""
    if settings.extend is None or _is_asked_all(files):
        return
    path = near.parent / settings.extend
    table = table_of(path) if is_file(path) else None
    if table is None:
        what = f"has no [tool.exambank.{CHECK}]" if is_file(path) else "is no file"
        _report(
            files,
            place,
            f"check: `extend`: {quoted(settings.extend)} {what}",
            f"name a TOML file with [tool.exambank.{CHECK}], from the folder of this one",
        )
        return
    found = _settings_of(files, table)
    if found is not None and found.extend is not None:
        message, mend = "check: a file that is extended extends no other", "remove `extend` here"
        _report(files, _place_in(files, table, ("extend",)), message, mend)
    if found is not None:
        files.extended[near.name] = table, found


def _place_in(files: BankFiles, table: ToolTable, at: FieldPath) -> Place:
    """A line of a TOML file, from the bank."""
    path = Path(os.path.relpath(table.path.resolve(), files.root.resolve())).as_posix()
    line = table.line_of(*(part for part in at if isinstance(part, str)))
    return Place(path, line, 1, line, 2)


def _settings_of(files: BankFiles, table: ToolTable) -> CheckSettings | None:
    """The settings of a TOML file; what is wrong with them is reported."""

    def tell(at: FieldPath, message: str, mend: str) -> None:
        _report(files, _place_in(files, table, at), message, mend)

    if table.fault is not None:
        tell((), f"[tool.exambank] cannot be read: {table.fault}", "mend the file")
        return None
    for name in table.values.keys() - {CHECK}:
        tell((name,), f"[tool.exambank]: there is no setting `{name}`", f"there is [tool.exambank.{CHECK}]")
    settings, refused = checked(CheckSettings, table.values.get(CHECK, {}))
    for bad in refused:
        tell(bad.at or (CHECK,), f"[tool.exambank.check] {bad.message}", "see docs/settings.md")
    for at, message, mend in setting_faults(settings) if settings is not None else ():
        tell(at, message, mend)
    return settings


def objectives(blueprint: Blueprint | None) -> Iterator[str]:
    """The ids of all objectives of a blueprint."""
    for domain in blueprint.domains if blueprint else ():
        for objective in domain.objectives:
            yield objective.id
