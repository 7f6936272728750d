"""`exambank check --format sarif --show-suppressed`: what is silenced, by whom and why."""

import json
from pathlib import Path

import pytest
from tests.small_bank import accept_all, write_small_bank

from exambank.cli.group import run

ITEM = "items/water/water-states-001.md"
Results = list[tuple[str, str, str]]  # code, kind, reason


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small bank, whose first item has raw HTML and a comment in its stem."""
    root = write_small_bank(tmp_path)
    monkeypatch.chdir(tmp_path)
    edit(root, "A kettle", "A <b>kettle</b> <!-- old -->")
    accept_all(root)
    return root


def edit(root: Path, old: str, new: str, path: str = ITEM) -> None:
    file = root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8", newline="\n")


def suppress(root: Path, *codes: str) -> None:
    entries = ", ".join(f"{{code: {code}, reason: For a test of {code}}}" for code in codes)
    edit(root, "status: approved\n", f"status: approved\nsuppress: [{entries}]\n")


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], Results]:
    """The exit code, the codes of open results, and the suppressed ones."""
    code = run(["check", "--format", "sarif", "--show-suppressed", *arguments])
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    found = [
        (one["ruleId"], mark["kind"], mark.get("justification", "")) for one in results for mark in one["suppressions"]
    ]
    return code, [one["ruleId"] for one in results if not one["suppressions"]], found


OF_BANK = [
    ("KEY006", "Most of its items are here for their form"),
    ("LIF005", "What they say is known to everybody"),
]


def without_those_of_the_bank(found: Results) -> Results:
    return [one for one in found if (one[0], one[2]) not in OF_BANK]


def test_an_item_s_own_list_and_what_the_bank_leaves_out(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, shown, found = told(capsys)
    assert code == 1
    assert "TXT001" in shown
    assert {(rule, kind) for rule, kind, _ in found} == {(rule, "external") for rule, _ in OF_BANK}
    suppress(bank, "TXT001")
    code, shown, found = told(capsys)
    assert "TXT001" not in shown
    assert without_those_of_the_bank(found) == [("TXT001", "inSource", "For a test of TXT001")]


def test_what_may_not_be_silenced_is_open(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    suppress(bank, "TXT001", "SEC002")
    _, shown, found = told(capsys)
    assert "SEC002" in shown
    assert without_those_of_the_bank(found) == [("TXT001", "inSource", "For a test of TXT001")]


def test_they_count_for_no_exit_code(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(bank, "<!-- old -->", "")
    accept_all(bank)
    suppress(bank, "raw-html")
    code, shown, found = told(capsys)
    assert (code, shown) == (0, [])
    assert without_those_of_the_bank(found) == [("TXT001", "inSource", "For a test of raw-html")]


def test_the_baseline_and_a_path(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--write-baseline"]) == 0
    edit(bank, "limits:", "per_path: {items/air/*: {ignore: [TXT001]}}, limits:", "bank.yaml")
    edit(bank, "A pot", "A <i>pot</i>", "items/air/air-layers-002.md")
    accept_all(bank)
    capsys.readouterr()
    code, shown, found = told(capsys)
    assert (code, shown) == (0, [])
    known = "known from lint-baseline.json"
    assert set(without_those_of_the_bank(found)) == {
        ("TXT001", "external", ""),
        ("TXT001", "external", known),
        ("SEC002", "external", known),
    }


def test_paths_and_the_command_line(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    suppress(bank, "TXT001")
    _, _, found = told(capsys, "bank/items/air")
    assert without_those_of_the_bank(found) == []
    _, shown, found = told(capsys, "--ignore", "TXT001")
    assert "TXT001" not in shown
    assert "TXT001" not in [rule for rule, _, _ in found]


def test_only_sarif_takes_it(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bank.is_dir()
    assert run(["check", "--show-suppressed"]) == 2
    assert "SARIF" in capsys.readouterr().err
