"""Findings as diagnostics."""

import os
from pathlib import Path

import pytest
from tests.lsp import WITHOUT

pytest.importorskip("pygls", reason=WITHOUT)
from lsprotocol import types
from tests.lsp.desk import MEASURES, STATES, desk, shown

from exambank.cli.group import run
from exambank.lsp.bank_index import CacheFilling, judged, refreshed
from exambank.lsp.diagnostics import diagnostics
from exambank.lsp.open_file import OpenFile


def told(file: OpenFile) -> list[types.Diagnostic]:
    assert file.examined is not None
    return diagnostics(file.examined.findings, file.client)


def test_an_item_in_order_has_none(tmp_path: Path) -> None:
    assert told(desk(tmp_path).open(STATES)) == []


def test_the_open_text_counts_and_not_the_file_on_disk(tmp_path: Path) -> None:
    [one] = told(desk(tmp_path).change(STATES, "## Hint", "## 💡 Hints"))
    assert (one.code, one.source, one.severity) == ("STR016", "exambank", types.DiagnosticSeverity.Error)
    assert "\nmend: " in one.message


def test_the_range_is_exact_behind_characters_of_two_units(tmp_path: Path) -> None:
    file = desk(tmp_path).change(STATES, "- [ ] 110 °C", "- [ ] 😀😀 TODO then")
    [one] = told(file)
    assert one.code == "STR017"
    assert shown(file.client, one.range) == "TODO"
    line = file.text.split("\n")[one.range.start.line]
    assert one.range.start.character == line.index("TODO") + 2  # two emoji, a unit more each


def test_findings_of_the_bank_follow_the_open_text(tmp_path: Path) -> None:
    work = desk(tmp_path)
    assert judged(work.bank.snapshot, work.bank.open_rows) == {}
    work.change(STATES, "objective: water.states", "objective: water.sates")
    [finding] = judged(work.bank.snapshot, work.bank.open_rows)[STATES]
    assert finding.code == "STR015"


def test_a_changed_key_shows_before_anything_is_saved(tmp_path: Path) -> None:
    work = desk(tmp_path)
    work.change(MEASURES, "- 2000 ± 5 litres", "- 2001 ± 5 litres")
    assert [finding.code for finding in judged(work.bank.snapshot, work.bank.open_rows)[MEASURES]] == ["KEY002"]


def test_two_open_files_with_one_id_are_told(tmp_path: Path) -> None:
    work = desk(tmp_path)
    work.change(MEASURES, "id: water-measures-001", "id: water-states-001")
    found = judged(work.bank.snapshot, work.bank.open_rows)
    assert "STR006" in {finding.code for findings in found.values() for finding in findings}


def test_what_the_baseline_knows_is_not_told_until_its_text_changes(tmp_path: Path) -> None:
    work = desk(tmp_path)
    text = (work.bank.root / STATES).read_text("utf-8").replace("- [ ] 110 °C", "- [ ] TODO one")
    work.write(STATES, text)
    run(["check", str(work.bank.root), "--write-baseline"])
    work.write(STATES, text)
    assert work.bank.new_findings(work.open(STATES)) == ()
    assert work.bank.new_findings(work.open(STATES, text.replace("status:", "x-a: 1\nstatus:"))) == ()
    [one] = work.bank.new_findings(work.open(STATES, text.replace("TODO one", "TODO two")))
    assert one.code == "STR017"


def test_a_setting_in_pyproject_toml_counts_once_it_is_saved(tmp_path: Path) -> None:
    work = desk(tmp_path)
    work.bank.snapshot = refreshed(work.bank.snapshot, CacheFilling())
    before = work.bank.snapshot
    assert refreshed(before, CacheFilling()).setting is before.setting
    (tmp_path / "pyproject.toml").write_text('[tool.exambank.check]\nignore = ["STR017"]\n', "utf-8")
    work.bank.snapshot = refreshed(before, CacheFilling())
    assert told(work.change(STATES, "- [ ] 110 °C", "- [ ] TODO")) == []


def test_a_setting_in_a_file_that_is_extended_counts_once_it_is_saved(tmp_path: Path) -> None:
    house = tmp_path / "house.toml"
    house.write_text('[tool.exambank.check]\nignore = ["STR018"]\n', "utf-8")
    (tmp_path / "pyproject.toml").write_text('[tool.exambank.check]\nextend = "house.toml"\n', "utf-8")
    work = desk(tmp_path)
    work.bank.snapshot = refreshed(work.bank.snapshot, CacheFilling())
    before = work.bank.snapshot
    assert refreshed(before, CacheFilling()).setting is before.setting
    house.write_text('[tool.exambank.check]\nignore = ["STR017"]\n', "utf-8")
    os.utime(house, ns=(1, 1))
    work.bank.snapshot = refreshed(before, CacheFilling())
    assert told(work.change(STATES, "- [ ] 110 °C", "- [ ] TODO")) == []


def test_a_file_that_changed_on_disk_is_looked_at_alone(tmp_path: Path) -> None:
    work = desk(tmp_path)
    before = work.bank.snapshot
    text = (work.bank.root / STATES).read_text("utf-8")
    (work.bank.root / STATES).write_text(text.replace("water.states", "water.measures"), "utf-8")
    (work.bank.root / MEASURES).unlink()
    after = refreshed(before, CacheFilling())
    assert before.rows is not None
    assert after.rows is not None
    assert set(before.rows) - set(after.rows) == {MEASURES}
    assert [path for path, row in after.rows.items() if row is not before.rows[path]] == [STATES]
    row = after.rows[STATES]
    assert row is not None
    assert row.objective == "water.measures"
