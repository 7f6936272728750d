"""`exambank check --since` and `exambank check -`: what has changed, and what stands in an editor."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.small_bank import accept_all, write_small_bank
from tests.small_translations import ICE, KETTLE, write_translations

from exambank.check import since
from exambank.check.since import changed_since, contents_at
from exambank.cli import main

BAD = "What <b>is</b> it?"


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small bank in a repository, all committed, and the current folder above it."""
    root = write_small_bank(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EXAMBANK_CACHE_DIR", str(tmp_path / ".cache"))
    for variable in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{variable}_NAME", "A")
        monkeypatch.setenv(f"{variable}_EMAIL", "a@example.org")
    make_bad(root, "water/water-states-001")
    (tmp_path / ".gitignore").write_text(".cache\n")
    git("init", "--quiet", "--initial-branch=main")
    commit()
    return root


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def commit() -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message=a")


def make_bad(root: Path, name: str) -> None:
    """Gives an item raw HTML in its stem."""
    path = root / "items" / f"{name}.md"
    head, rest = path.read_text("utf-8").split("\n\n", 1)
    path.write_text(f"{head}\n\n{BAD}\n\n{rest}".replace("status: approved", "status: draft"), "utf-8")
    accept_all(root)


def found(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str) -> list[str]:
    """Rule and file of each finding."""
    monkeypatch.setattr(sys, "argv", ["exambank", "check", "--format", "json", *arguments])
    assert main() in {0, 1}
    return [f"{one['code']} {Path(one['path']).stem}" for one in json.loads(capsys.readouterr().out)["findings"]]


def test_the_translation_of_what_the_branch_changes_is_shown(
    bank: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_translations(bank, KETTLE, ICE)
    commit()
    assert found(capsys, monkeypatch, "--since", "HEAD") == []
    source = bank / KETTLE.replace(".de.md", ".md")
    source.write_text(source.read_text("utf-8").replace("status: draft", "status: draft\nversion: 2"), "utf-8")
    accept_all(bank)
    assert "DUP005 water-states-001.de" in found(capsys, monkeypatch, "--since", "HEAD")


def test_only_what_the_branch_changes_is_shown(
    bank: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    old = "TXT001 water-states-001"
    assert old in found(capsys, monkeypatch)
    assert "TXT001" not in " ".join(found(capsys, monkeypatch, "--since", "main"))
    git("checkout", "--quiet", "-b", "mine")
    make_bad(bank, "water/water-states-002")
    commit()
    git("checkout", "--quiet", "main")
    git("commit", "--quiet", "--allow-empty", "--message=b")
    git("checkout", "--quiet", "mine")
    make_bad(bank, "water/water-states-003")
    (bank / "items" / "new item.md").write_text((bank / "items/water/water-states-003.md").read_text("utf-8"), "utf-8")
    shown = found(capsys, monkeypatch, "--since", "main")
    assert old not in shown
    assert {"TXT001 water-states-002", "TXT001 water-states-003", "TXT001 new item"} <= set(shown)
    assert any(one.startswith("STR006") for one in shown), "a rule over the bank that the change breaks"


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", ""])
def test_a_revision_that_git_does_not_know_is_said(
    bank: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, revision: str
) -> None:
    monkeypatch.setattr(sys, "argv", ["exambank", "check", f"--since={revision}"])
    assert main() == 2
    assert "--since" in capsys.readouterr().err
    assert not (bank.parent / "x").exists()


def test_standard_input_is_examined_in_place_of_the_file(
    bank: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = bank / "items/water/water-states-002.md"
    text = path.read_text("utf-8").replace("\n\n", f"\n\n{BAD}\n\n", 1)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    monkeypatch.setattr(sys, "argv", ["exambank", "check", "-", "--stdin-filename", str(path.relative_to(Path.cwd()))])
    assert main() == 1
    out = capsys.readouterr().out
    assert "bank/items/water/water-states-002.md" in out
    assert f"│ {BAD}" in out, "the excerpt is of what came in, not of the file"
    assert path.read_text("utf-8") != text


def test_standard_input_without_a_name(
    bank: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert bank.is_dir()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff")))
    assert found(capsys, monkeypatch, "-") == ["STR001 standard-input"]


def test_a_jump_of_status_is_known_where_a_branch_is_compared(
    bank: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Committed or not, and though a baseline knows all else."""
    git("checkout", "--quiet", "-b", "jump")
    path = bank / "items" / "water" / "water-states-001.md"
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: approved"), "utf-8")
    jump = "LIF001 water-states-001"
    assert jump in found(capsys, monkeypatch, "--since", "main")
    commit()
    assert jump in found(capsys, monkeypatch, "--since", "main")
    assert jump in found(capsys, monkeypatch, "--since", "main", "bank/items/water")
    assert jump not in found(capsys, monkeypatch, "--since", "main", "bank/items/air")
    assert jump not in found(capsys, monkeypatch, "--since", "main", "--ignore", "LIF001")
    assert jump not in found(capsys, monkeypatch)
    found(capsys, monkeypatch, "--write-baseline")
    assert found(capsys, monkeypatch, "--since", "main") == [jump]


def test_names_of_any_kind_are_asked_of_git(bank: Path) -> None:
    """With spaces, quotation marks and letters of every script; where they were not, they are left out."""
    names = ["items/water/a b.md", "items/c's.md", "items/水.md", "items/new.md"]
    for name in names[:3]:
        (bank / name).write_text(name, "utf-8")
    commit()
    (bank / names[3]).write_text("new", "utf-8")
    assert list(contents_at(bank, "HEAD", names)) == [(name, name.encode()) for name in names[:3]]
    assert list(contents_at(bank, "HEAD", [])) == []
    assert changed_since(bank, "HEAD") == {names[3]}


def test_the_items_of_a_new_bank_begin_as_they_are(
    bank: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    new = write_small_bank(bank.parent / "new")
    assert not [one for one in found(capsys, monkeypatch, "--since", "main", str(new)) if "LIF001" in one]
    commit()
    item = new / "items" / "air" / "air-layers-001.md"
    text = item.read_text("utf-8").replace("air-layers-001", "air-layers-009")
    (new / "items" / "air" / "air-layers-009.md").write_text(text, "utf-8")
    assert "LIF001 air-layers-009" in found(capsys, monkeypatch, "--since", "HEAD", str(new))


def test_git_is_asked_once_where_the_branch_began(
    bank: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what stood there, by one command for all files."""
    asked: list[str] = []
    run = since._git

    def noted(root: Path, *arguments: str, given: bytes = b"") -> bytes:
        asked.append(arguments[0])
        return run(root, *arguments, given=given)

    monkeypatch.setattr(since, "_git", noted)
    make_bad(bank, "water/water-states-002")
    assert "TXT001 water-states-002" in found(capsys, monkeypatch, "--since", "main")
    assert asked.count("merge-base") == 1
    assert asked.count("cat-file") == 1
