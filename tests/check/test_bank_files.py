"""The bank's own files: what is wrong with one of them is a finding at its place, and the others are read."""

from pathlib import Path

import pytest
from tests.small_bank import BANK, BLUEPRINT

from exambank.check.bank_files import objectives, read_bank_files

NEEDED = ("domains", "form", "title", "version")
HOUSE = BANK + "house_schema: x.json\n"


def findings(root: Path, **files: str | bytes) -> list[str]:
    """The findings of a sound bank in which these files (by their names, `_` for `.`) are others."""
    contents: dict[str, str | bytes] = {"bank.yaml": BANK, "blueprint.yaml": BLUEPRINT}
    contents.update({name.replace("_", "."): text for name, text in files.items()})
    for name, text in contents.items():
        (root / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    found = read_bank_files(root).findings
    assert {(finding.code, finding.name) for finding in found} <= {("BNK010", "bad-bank-file")}
    return [f"{f.place.path}:{f.place.line}:{f.place.column} {f.message}" for f in found]


def test_a_sound_bank(tmp_path: Path) -> None:
    assert findings(tmp_path) == []
    files = read_bank_files(tmp_path)
    assert list(objectives(files.blueprint)) == ["water.states", "water.measures", "air.layers"]
    assert files.defaults == {}


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"bank_yaml": "id: A\n" + BANK.replace("id: small\n", "")}, ["bank.yaml:1:5 `id`: string should match"]),
        ({"bank_yaml": BANK + "licens: MIT\n"}, ["bank.yaml:6:9 `licens`: there is no such field"]),
        ({"bank_yaml": BANK.replace("format: 1", "format: 2")}, ["bank.yaml:1:9 `format`: should be 1"]),
        ({"bank_yaml": BANK.replace("1.2.3", "1.2")}, ["bank.yaml:4:10 `version`: should be text"]),
        ({"bank_yaml": "a: [\n"}, ["bank.yaml:2:1 YAML: "]),
        ({"bank_yaml": b"id: \xff\n"}, ["bank.yaml:1:5 byte 0xFF is not UTF-8"]),
        ({"blueprint_yaml": ""}, [f"blueprint.yaml:1:1 `{name}`: is missing" for name in NEEDED]),
        (
            {"blueprint_yaml": BLUEPRINT.replace("length: 5", "length: 5, scored: 4")},
            ["blueprint.yaml:3:7 `form`: scored 4 and pilot 0 do not make a length of 5"],
        ),
        ({"bank_yaml": BANK + "glossary: {AE: ''}\n"}, ["bank.yaml:6:16 `glossary.AE`: text should have at least 1"]),
        ({"bank_yaml": BANK + "glossary: [AE]\n"}, ["bank.yaml:6:11 `glossary`: should be a mapping"]),
        (
            {"bank_yaml": BANK + "house_words: {a: b, c: a b}\n"},
            ["bank.yaml:6:14 `house_words`: `a b` is to be written for `c`, but `a` is to be replaced"],
        ),
        ({"bank_yaml": BANK + "house_words: {a: b, b: a}\n"}, ["bank.yaml:6:14 `house_words`: `b` is to be written"]),
        ({"bank_yaml": BANK + "house_words: {CRM: Salesforce CRM, e-mail: email}\n"}, []),
        ({"bank_yaml": HOUSE}, ['bank.yaml:6:15 house_schema: there is no JSON file "x.json"']),
        ({"bank_yaml": BANK + "house_schema: ../x.json\n"}, ["bank.yaml:6:15 house_schema: there is no JSON file"]),
        ({"bank_yaml": BANK + "house_schema: x.txt\n", "x_txt": "{}"}, ["bank.yaml:6:15 house_schema: there is no"]),
        ({"bank_yaml": HOUSE, "x_json": "{"}, ["x.json:1:1 the house schema is not JSON"]),
        ({"bank_yaml": HOUSE, "x_json": "[" * 99_999}, ["x.json:1:1 the house schema is not"]),
        ({"bank_yaml": HOUSE, "x_json": "[]"}, ["x.json:1:1 the house schema is no JSON Schema"]),
        (
            {"bank_yaml": HOUSE, "x_json": '{"type": 3}'},
            ["x.json:1:1 the house schema is no JSON Schema"],
        ),
        (
            {"bank_yaml": HOUSE, "x_json": '{"allOf": [{"$ref": "https://example.org"}]}'},
            ["x.json:1:1 the house schema is no JSON Schema: it refers to another document"],
        ),
        ({"bank_yaml": HOUSE, "x_json": '{"$ref": "#/$defs/a", "$defs": {"a": {}}}'}, []),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, files: dict[str, str | bytes], found: list[str]) -> None:
    told = findings(tmp_path, **files)
    assert len(told) == len(found)
    for one, words in zip(sorted(told), found, strict=True):
        assert one.startswith(words)


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "bank.yaml").write_text(BANK)
    assert [finding.message for finding in read_bank_files(tmp_path).findings] == ["the bank has no blueprint.yaml"]


@pytest.mark.parametrize(
    ("check", "told"),
    [
        ("{}", []),
        ("{ignore: [TXT001, missing-alt, STM, OPT01, {rule: OPT003, reason: The house wants them}]}", []),
        ("{ignore: [ABC123]}", ["bank.yaml:6:18 check: there is no rule ABC123"]),
        ("{ignore: [TXT099]}", ["bank.yaml:6:18 check: there is no rule TXT099"]),
        ("{ignore: [raw-htm]}", ["bank.yaml:6:18 check: there is no rule raw-htm"]),
        ("{ignore: [KEY002]}", ["bank.yaml:6:18 check: KEY002 guards the keys and cannot be ignored"]),
        ("{ignore: [key-changed]}", ["bank.yaml:6:18 check: key-changed guards the keys and cannot be ignored"]),
        ("{severity: {KEY002: info}}", ["bank.yaml:6:28 check: KEY002 guards the keys and cannot be ignored"]),
        ("{severity: {TXT001: grave}}", ["bank.yaml:6:28 `check.severity.TXT001`: should be 'error', 'warning'"]),
        (
            "{ignore: [{rule: OPT003, reason: ''}]}",
            ["bank.yaml:6:41 `check.ignore.0.reason`: text should have at least 1 character"],
        ),
        ("{ignore: TXT001}", ["bank.yaml:6:17 `check.ignore`: should be a list"]),
        ("{other: 1}", ["bank.yaml:6:16 `check.other`: there is no such field"]),
        ("{limits: {poor-alt: {ratios: 2}}}", ["bank.yaml:6:37 check: poor-alt has no limit `ratios`"]),
        ("{limits: {poor-alts: {ratio: 2}}}", ["bank.yaml:6:"]),
        ("{per_path: {'old/**': {ignore: [KEY002, TXT099]}}}", ["bank.yaml:6:", "bank.yaml:6:"]),
    ],
)
def test_settings_of_the_checks(tmp_path: Path, check: str, told: list[str]) -> None:
    found = findings(tmp_path, bank_yaml=f"{BANK}check: {check}\n")
    assert len(found) == len(told), found
    assert all(one.startswith(words) for one, words in zip(found, told, strict=True)), found
