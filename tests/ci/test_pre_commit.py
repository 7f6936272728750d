"""The hooks as the real pre-commit installs and runs them, from this checkout as it is."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.ci.conftest import BANK, ROOT, commit_all, git, skip_if_offline

pytestmark = pytest.mark.hooks

HOOKS = ("exambank-bank", "exambank-check", "exambank-fmt")
SECONDS = 600
GOOD = BANK / "items" / "planning-quota-001.md"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of exambank, with the files of this checkout committed."""
    pytest.importorskip("pre_commit", reason="pre-commit is not installed: `nox -s hooks`")
    folder = tmp_path_factory.mktemp("published") / "exambank"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split("\0")  # fmt: skip
    for name in filter(lambda name: (ROOT / name).is_file(), filter(None, listed)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name)
    git(folder, "init", "--quiet")
    commit_all(folder)
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it installed, for all tests here."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture
def programme(workspace: Path, published: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bank's repository that is configured to use all three hooks."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(home))
    revision = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=published, capture_output=True, text=True, check=True
    ).stdout.strip()
    hooks = "".join(f"      - id: {hook}\n" for hook in reversed(HOOKS))
    config = f"repos:\n  - repo: {published.as_posix()}\n    rev: {revision}\n    hooks:\n{hooks}"
    (workspace / ".pre-commit-config.yaml").write_text(config, "utf-8")
    commit_all(workspace)
    return workspace


def pre_commit(folder: Path, *arguments: str) -> tuple[int, str]:
    """Exit code and output of pre-commit."""
    return run([sys.executable, "-m", "pre_commit", *arguments], folder)


def run(command: Sequence[str], folder: Path) -> tuple[int, str]:
    """Exit code and output of a command; skips the test where packages cannot be had."""
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False, timeout=SECONDS,
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    said = done.stdout + done.stderr
    if done.returncode:
        skip_if_offline(said)
    return done.returncode, said


def verdicts(said: str) -> dict[str, str]:
    """What pre-commit says of each hook."""
    names = {"fmt": "exambank fmt", "check": "exambank check (changed items)", "bank": "exambank check (whole bank)"}
    lines = said.splitlines()
    found = {short: [line for line in lines if line.startswith(f"{name}.")] for short, name in names.items()}
    return {short: lines[0].rpartition(".")[2].rpartition(")")[2] for short, lines in found.items() if lines}


def write(path: Path, old: str, new: str) -> None:
    """Puts one text in the place of another."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_all_hooks_pass_on_a_clean_bank(programme: Path) -> None:
    code, said = pre_commit(programme, "run", "--all-files", "--verbose")
    assert code == 0, said
    assert verdicts(said) == {"fmt": "Passed", "check": "Passed", "bank": "Passed"}
    assert "0 of 4 files rewritten" in said
    assert said.count("✓ no findings in 4 items") == 2


def test_try_repo_offers_all_three_and_they_fail_where_they_should(programme: Path, published: Path) -> None:
    write(programme / "bank" / "items" / GOOD.name, "A team", "A  <b>team</b>")
    git(programme, "add", "--all")
    code, said = pre_commit(programme, "try-repo", str(published), "--all-files")
    assert code == 1
    assert verdicts(said) == {"fmt": "Failed", "check": "Failed", "bank": "Failed"}
    assert [line.partition("id: ")[2] for line in said.splitlines() if line.startswith("    -   id: ")] == list(HOOKS)


def test_fmt_rewrites_what_is_staged_and_passes_then(programme: Path) -> None:
    item = programme / "bank" / "items" / GOOD.name
    write(item, "- [", "* [")
    git(programme, "add", "--all")
    code, said = pre_commit(programme, "run", "exambank-fmt")
    assert (code, verdicts(said)) == (1, {"fmt": "Failed"})
    assert "files were modified by this hook" in said
    assert item.read_text("utf-8") == GOOD.read_text("utf-8")
    git(programme, "add", "--all")
    assert pre_commit(programme, "run", "exambank-fmt")[0] == 0


def test_changed_items_are_judged_by_themselves(programme: Path) -> None:
    """What is wrong elsewhere, or with the bank, stops no commit of a good item."""
    write(programme / "bank" / "items" / "planning-quota-002.md", "Which", "<b>Which</b>")
    commit_all(programme)
    new = programme / "bank" / "items" / "new.md"
    new.write_text(GOOD.read_text("utf-8").replace("planning-quota-001", "planning-quota-009"), "utf-8")
    git(programme, "add", "--all")
    code, said = pre_commit(programme, "run", "exambank-check", "--verbose")
    assert (code, verdicts(said)) == (0, {"check": "Passed"}), said
    code, said = pre_commit(programme, "run", "exambank-bank")
    assert (code, verdicts(said)) == (1, {"bank": "Failed"})
    assert "KEY001 key-not-recorded" in said
    assert "planning-quota-002.md" in said
    write(new, "A team", "A <b>team</b>")
    git(programme, "add", "--all")
    code, said = pre_commit(programme, "run", "exambank-check")
    assert (code, verdicts(said)) == (1, {"check": "Failed"})
    assert "bank/items/new.md:" in said
    assert "planning-quota-002.md" not in said


def test_a_change_of_the_bank_s_own_files_is_the_bank_hook_s(programme: Path) -> None:
    write(programme / "bank" / "blueprint.yaml", "weight: 37.5", "weight: 30")
    git(programme, "add", "--all")
    code, said = pre_commit(programme, "run")
    assert code == 1
    assert verdicts(said) == {"fmt": "Skipped", "check": "Skipped", "bank": "Failed"}
    assert "BNK005 blueprint-sum" in said


def test_a_commit_is_stopped_until_the_lock_is_staged(programme: Path) -> None:
    """The hooks see what is staged, not what lies in the folder."""
    code, said = pre_commit(programme, "install")
    assert code == 0, said
    new = programme / "bank" / "items" / "new.md"
    new.write_text(
        GOOD.read_text("utf-8").replace("planning-quota-001", "planning-quota-009").replace("20", "24"), "utf-8"
    )
    accept = [sys.executable, "-m", "exambank", "keys", "accept", "planning-quota-009", "--reason", "new"]
    assert run(accept, programme)[0] == 0
    git(programme, "add", "bank/items/new.md")
    identity = ["-c", "user.name=Author", "-c", "user.email=author@example.org"]
    commit = ["git", *identity, "commit", "--message=item"]
    code, said = run(commit, programme)
    assert code == 1, said
    assert verdicts(said) == {"fmt": "Passed", "check": "Passed", "bank": "Failed"}
    git(programme, "add", "bank/keys.lock")
    code, said = run(commit, programme)
    assert code == 0, said
    assert verdicts(said) == {"fmt": "Passed", "check": "Passed", "bank": "Passed"}
