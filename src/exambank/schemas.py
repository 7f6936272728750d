"""The published JSON Schemas (draft 2020-12), made from the models."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from exambank.building.manifest import Manifest
from exambank.coverage.tables import CoverageObject
from exambank.formats.bank_json.schema import package_schema
from exambank.model.bank import Bank
from exambank.model.blueprint import Blueprint
from exambank.model.form import Form
from exambank.model.second_key import SecondKeyFile
from exambank.model.statistics import Statistics
from exambank.model.stimulus import Stimulus
from exambank.model.translation import Translation
from exambank.model.validation import Item
from exambank.report.counts import CountsObject
from exambank.report.plain_json import FindingsObject
from exambank.report.settings import SettingsObject

DRAFT = "https://json-schema.org/draft/2020-12/schema"
HOME = "https://exambank.dev/schemas"  # an identifier, not an address that is fetched


def schema_of(name: str, title: str, shape: Any) -> dict[str, Any]:
    """The schema of a type, with its name and title."""
    made = TypeAdapter(shape).json_schema()
    made.pop("title", None)
    return {"$schema": DRAFT, "$id": f"{HOME}/{name}.schema.json", "title": title, **made}


SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "item": lambda: schema_of("item", "An item of an exambank bank", Item),
    "stimulus": lambda: schema_of("stimulus", "A stimulus: the passage that items share", Stimulus),
    "translation": lambda: schema_of("translation", "A translation of an item or a stimulus", Translation),
    "bank": lambda: schema_of("bank", "bank.yaml: a bank's settings", Bank),
    "blueprint": lambda: schema_of("blueprint", "blueprint.yaml: what a form holds", Blueprint),
    "form": lambda: schema_of("form", "forms/NAME.yaml: an assembled form as a lock file", Form),
    "statistics": lambda: schema_of("statistics", "statistics.json: what candidates did with the items", Statistics),
    "second-keys": lambda: schema_of("second-keys", "second-keys.lock: blind answers on record", SecondKeyFile),
    "findings": lambda: schema_of("findings", "The output of exambank check --format json", FindingsObject),
    "counts": lambda: schema_of("counts", "The output of exambank check --statistics --format json", CountsObject),
    "settings": lambda: schema_of(
        "settings", "The output of exambank check --show-settings --format json", SettingsObject
    ),
    "coverage": lambda: schema_of("coverage", "The output of exambank coverage --format json", CoverageObject),
    "manifest": lambda: schema_of("manifest", "manifest.json beside the packages of a build", Manifest),
    "package": package_schema,
}


def schema_text(name: str) -> str:
    """The file's text."""
    return json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def drifted(folder: Path) -> list[str]:
    """File names in `folder` that differ from what the models say: changed, missing, or of no model."""
    wanted = {f"{name}.schema.json": schema_text(name) for name in SCHEMAS}
    present = {path.name: path.read_text("utf-8") for path in folder.glob("*.schema.json")}
    return sorted(name for name in {*wanted, *present} if wanted.get(name) != present.get(name))
