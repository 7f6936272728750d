"""A file that commands write anew is left alone where it cannot be read to the last byte."""

from pathlib import Path

import pytest
from tests.bare_bank import write_bare_bank

from exambank.cli.exit_code import CLEAN, FINDINGS
from exambank.cli.group import run

ITEM = """---
id: {id}
objective: planning.quota
status: draft
---

What comes first?

- [x] {key}
- [ ] TODO
"""
LOCK, BASELINE = "keys.lock", "lint-baseline.json"


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bank of two items with a lock and a baseline, of which one item has changed since."""
    monkeypatch.setenv("EXAMBANK_CACHE_DIR", str(tmp_path / "cache"))
    root = write_bare_bank(tmp_path / "bank")
    for name in ("planning-a", "planning-b"):
        (root / f"{name}.md").write_text(ITEM.format(id=name, key="Budget"))
    assert run(["keys", "accept", "--all", "--reason", "first keys", "--bank", str(root)]) == CLEAN
    run(["check", str(root), "--write-baseline"])
    (root / "planning-a.md").write_text(ITEM.format(id="planning-a", key="Need"))
    return root


def spoil(file: Path, old: bytes, new: bytes) -> bytes:
    """Puts other bytes into a file, and returns all of them."""
    assert old in file.read_bytes()
    file.write_bytes(file.read_bytes().replace(old, new))
    return file.read_bytes()


def test_a_lock_that_is_not_utf8_is_told_and_not_written(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = spoil(bank / LOCK, b"first keys", b"first keys, gepr\xfcft")
    assert run(["check", str(bank)]) == FINDINGS
    assert "keys.lock:2:1 error KEY010" in capsys.readouterr().out
    assert run(["keys", "accept", "--all", "--reason", "a new key", "--bank", str(bank)]) == FINDINGS
    assert "keys.lock:2: byte 0xFC is not UTF-8" in capsys.readouterr().err
    assert (bank / LOCK).read_bytes() == before


def test_a_lock_that_is_a_folder_is_told(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (bank / LOCK).unlink()
    (bank / LOCK).mkdir()
    assert run(["check", str(bank)]) == FINDINGS
    assert "the file cannot be read" in capsys.readouterr().out


def test_a_baseline_that_is_not_utf8_is_told(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = spoil(bank / BASELINE, b"planning-a", b"pl\xe4nning-a")
    assert run(["check", str(bank)]) == FINDINGS
    assert "lint-baseline.json:4:1 error BNK010" in capsys.readouterr().out
    assert run(["check", str(bank), "--prune-baseline"]) == FINDINGS
    assert (bank / BASELINE).read_bytes() == before


def test_line_ends_that_git_wrote_are_no_fault(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(bank / LOCK, b"\n", b"\r\n")
    spoil(bank / BASELINE, b"\n", b"\r\n")
    assert run(["keys", "accept", "--all", "--reason", "a new key", "--bank", str(bank)]) == CLEAN
    run(["check", str(bank)])
    out = capsys.readouterr().out
    assert "lint-baseline.json:" not in out
    assert "keys.lock:" not in out
