"""`exambank check --show-settings`: each setting once, with its value and where it is from."""

import json
import shutil
from importlib import import_module
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.cli.conftest import BANK

from exambank.check.rules import RULES
from exambank.cli.group import run
from exambank.schemas import schema_text

BANK_YAML = """\
check:
  ignore:
    - {rule: KEY006, reason: Written elsewhere}
  per_path:
    "items/old/**": {ignore: [OPT]}
"""
PYPROJECT = """\
[tool.exambank.check]
ignore = ["raw-html"]
preview = true
severity = {OPT001 = "warning"}

[tool.exambank.check.limits.longest-key]
ratio = 1.5
"""
PATHS = """\
[tool.exambank.check]
ignore = ["raw-html"]

[tool.exambank.check.per_path."items/new/**"]
ignore = ["OPT"]
"""

SCHEMA = Draft202012Validator(json.loads(schema_text("settings")))
Shown = dict[str, tuple[object, str]]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bank and a pyproject.toml with settings, and a file for --config."""
    shutil.copytree(BANK, tmp_path / "bank")
    with (tmp_path / "bank" / "bank.yaml").open("a", encoding="utf-8") as out:
        out.write(BANK_YAML)
    (tmp_path / "pyproject.toml").write_text(PYPROJECT, "utf-8")
    (tmp_path / "strict.toml").write_text('[tool.exambank.check]\nseverity = {TXT = "error"}\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> Shown:
    assert run(["check", "--show-settings", "--format", "json", *arguments]) == 0
    data = json.loads(capsys.readouterr().out)
    SCHEMA.validate(data)
    banks = data["banks"]
    assert [one["bank"] for one in banks] == ["bank"]
    names = [one["name"] for one in banks[0]["settings"]]
    assert len(names) == len(set(names))
    return {one["name"]: (one["value"], one["origin"]) for one in banks[0]["settings"]}


def without_limits(found: Shown) -> Shown:
    return {name: said for name, said in found.items() if not (name.startswith("limits.") and said[1] == "default")}


def test_each_has_its_origin(capsys: pytest.CaptureFixture[str]) -> None:
    assert without_limits(shown(capsys, "--extend-select", "DUP001")) == {
        "select": ([], "default"),
        "extend_select": (["DUP001"], "command line"),
        "ignore": ([{"rule": "KEY006", "reason": "Written elsewhere"}], "bank/bank.yaml:8"),
        "preview": (True, "pyproject.toml:3"),
        "severity.OPT001": ("warning", "pyproject.toml:4"),
        "limits.longest-key.ratio": (1.5, "pyproject.toml:7"),
        "per_path.items/old/**.ignore": (["OPT"], "bank/bank.yaml:10"),
        "per_path.items/old/**.severity": ({}, "bank/bank.yaml:10"),
        "today": (None, "default"),
        "extend": (None, "default"),
    }


def test_a_name_that_stands_twice_is_looked_for_below_its_table(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bank = folder / "bank" / "bank.yaml"
    bank.write_text(bank.read_text("utf-8").replace(BANK_YAML, ""), "utf-8")
    (folder / "pyproject.toml").write_text(PATHS, "utf-8")
    found = shown(capsys)
    assert found["ignore"][1] == "pyproject.toml:2"
    assert found["per_path.items/new/**.ignore"] == (["OPT"], "pyproject.toml:5")


def test_what_a_file_extends_is_from_that_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "pyproject.toml").write_text('[tool.exambank.check]\nextend = "strict.toml"\n', "utf-8")
    found = shown(capsys)
    assert found["severity.TXT"] == ("error", "strict.toml:2")
    assert found["extend"] == ("strict.toml", "pyproject.toml:2")


def test_isolated_has_those_of_the_run_alone(capsys: pytest.CaptureFixture[str]) -> None:
    found = shown(capsys, "--isolated", "--config", "strict.toml", "--select", "TXT", "--preview")
    assert without_limits(found) == {
        "select": (["TXT"], "command line"),
        "extend_select": ([], "default"),
        "ignore": ([], "default"),
        "preview": (True, "command line"),
        "severity.TXT": ("error", "strict.toml"),
        "today": (None, "default"),
        "extend": (None, "default"),
    }


def test_every_limit_of_every_rule_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    found = shown(capsys, "--isolated")
    rules = [import_module(module).RULE for module in RULES.values()]
    limits = {f"limits.{rule.name}.{name}": (value, "default") for rule in rules for name, value in rule.limits.items()}
    assert limits
    assert {name: said for name, said in found.items() if name.startswith("limits.")} == limits


def test_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--show-settings"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "bank:"
    rows = [line.split(maxsplit=2) for line in lines[1:]]
    assert ["preview", "pyproject.toml:3", "true"] in rows
    assert ["ignore", "bank/bank.yaml:8", '[{"rule": "KEY006", "reason": "Written elsewhere"}]'] in rows
    assert len({line.index(row[1], len(row[0])) for line, row in zip(lines[1:], rows, strict=True)}) == 1


def test_settings_that_cannot_be_read_are_findings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "pyproject.toml").write_text('[tool.exambank.check]\nignore = ["raw-htm"]\n', "utf-8")
    assert run(["check", "--show-settings"]) == 1
    assert "pyproject.toml:2:1 error BNK010" in capsys.readouterr().err
