"""What `exambank init` writes, and that it writes over nothing."""

import ast
import re
from pathlib import Path
from typing import Any, Self

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from exambank.building.order import Order
from exambank.building.run import run as build
from exambank.check.bank_files import read_bank_files
from exambank.check.language.pack import pack_for
from exambank.check.run import check_bank
from exambank.cli.group import run
from exambank.cli.init import CI as OFFERED
from exambank.cli.init import ID, title_of
from exambank.formats import FORMATS
from exambank.formatting import formatted
from exambank.keys.lock import read_lock
from exambank.model.base import APPROVED, RETIRED, STATUSES
from exambank.source.read import CONTROL
from exambank.starting.files import CI, GITLAB, ITEM_PATH, WORKFLOW, Names, bank_files, repository_files
from exambank.starting.repository import default_id

WRITTEN = [
    ".github/workflows/exambank.yml", ".gitignore", ".pre-commit-config.yaml", "README.md", "bank/bank.yaml",
    "bank/blueprint.yaml", f"bank/{ITEM_PATH}", "bank/keys.lock", "noxfile.py",
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EXAMBANK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "repository"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("language", ["en", "en-GB", "de", "ar", "pt-BR"])
def test_a_fresh_bank_checks_clean_in_any_language(folder: Path, language: str) -> None:
    assert run(["init", str(folder), "--language", language]) == 0
    assert sorted(contents(folder)) == WRITTEN
    found = [finding.code for finding in check_bank(folder / "bank", use_cache=False).findings]
    assert found == ([] if pack_for(language) else ["LNG006"])
    bank = read_bank_files(folder / "bank").bank
    assert bank is not None
    assert bank.language == language
    item = (folder / "bank" / ITEM_PATH).read_bytes()
    assert (b"lang: en\n" in item) is not language.startswith("en")
    assert formatted(ITEM_PATH, item).text.encode() == item


def test_a_fresh_bank_builds_for_every_target(folder: Path, tmp_path: Path) -> None:
    assert run(["init", str(folder)]) == 0
    statuses = frozenset({"draft"})
    order = Order(folder / "bank", tmp_path / "out", tuple(FORMATS), statuses=statuses, use_cache=False)
    built = build(order)
    assert built.findings == ()
    assert [package.items for package in built.packages] == [1] * len(FORMATS)


def test_twice_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", str(folder)]) == 0
    before = contents(folder)
    capsys.readouterr()
    assert run(["init", str(folder), "--title", "Another", "--id", "another"]) == 0
    assert contents(folder) == before
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count(" exists and is left as it is\n") == len(WRITTEN)


@pytest.mark.parametrize("path", WRITTEN)
def test_what_exists_stays(folder: Path, path: str) -> None:
    (folder / path).parent.mkdir(parents=True)
    (folder / path).write_bytes(b"mine")
    assert run(["init", str(folder)]) == 0
    assert (folder / path).read_bytes() == b"mine"


def test_a_link_that_leads_nowhere_is_not_written_through(folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    (folder / "README.md").symlink_to(tmp_path / "elsewhere.md")
    assert run(["init", str(folder)]) == 0
    assert not (tmp_path / "elsewhere.md").exists()


def test_a_bank_with_items_gets_no_first_item_and_no_lock(folder: Path) -> None:
    """Keys that nobody looked at are not accepted."""
    item = folder / "bank" / "items" / "own-001.md"
    item.parent.mkdir(parents=True)
    item.write_text("---\nid: own-001\n---\n", "utf-8")
    assert run(["init", str(folder)]) == 0
    assert sorted(contents(folder / "bank")) == ["bank.yaml", "blueprint.yaml", "items/own-001.md"]


def test_a_blueprint_without_its_objective_gets_no_first_item(folder: Path) -> None:
    (folder / "bank").mkdir(parents=True)
    text = "title: T\nversion: 1.0.0\nform: {length: 1}\ndomains: [{id: a, title: A, weight: 100}]\n"
    (folder / "bank" / "blueprint.yaml").write_text(text, "utf-8")
    assert run(["init", str(folder)]) == 0
    assert check_bank(folder / "bank", use_cache=False).findings == ()


def test_a_first_item_that_was_changed_has_its_key_not_accepted(folder: Path) -> None:
    assert run(["init", str(folder)]) == 0
    item = folder / "bank" / ITEM_PATH
    item.write_text(item.read_text("utf-8").replace("- [x]", "- [ ]").replace("- [ ]", "- [x]", 1), "utf-8")
    (folder / "bank" / "keys.lock").unlink()
    assert run(["init", str(folder)]) == 0
    assert not (folder / "bank" / "keys.lock").exists()


def test_what_a_failed_run_left_out_is_made_up_for(folder: Path) -> None:
    assert run(["init", str(folder)]) == 0
    (folder / "bank" / "keys.lock").unlink()
    (folder / "noxfile.py").unlink()
    assert run(["init", str(folder)]) == 0
    assert sorted(contents(folder)) == WRITTEN
    lock = read_lock((folder / "bank" / "keys.lock").read_text("utf-8"))
    assert list(lock.entries) == ["writing-distractors-001@1"]


def test_a_write_that_fails_is_said_and_leaves_no_half_a_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Full:
        """A file on a disk that is full."""

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def write(self, _: bytes) -> None:
            raise OSError(28, "No space left on device")

    plain = Path.open

    def full(path: Path, mode: str = "r", **other: Any) -> object:
        if mode != "xb":
            return plain(path, mode, **other)
        with plain(path, mode):  # the file is there, and empty
            return Full()

    with monkeypatch.context() as patch:
        patch.setattr("exambank.starting.create.Path.open", full)
        assert run(["init", str(folder)]) == 2
    said = capsys.readouterr()
    assert said.err == f"Error: {folder / 'bank/bank.yaml'}: No space left on device\n"
    assert contents(folder) == {}


def test_a_file_where_a_folder_is_wanted_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder.mkdir()
    (folder / "bank").write_text("", "utf-8")
    assert run(["init", str(folder)]) == 2
    assert "Traceback" not in capsys.readouterr().err
    assert run(["init", str(folder / "bank")]) == 2
    assert "is a file, not a folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Erste Hilfe – Übung", "erste-hilfe-ubung"),
        ("2026 finals", "exam-2026-finals"),
        ("試験", "exam"),
        ("", "exam"),
        ("a" * 100, "a" * 64),
    ],
)
def test_an_id_from_a_folders_name(name: str, slug: str) -> None:
    assert default_id(name) == slug


@given(st.text())
def test_an_id_from_any_name_is_one(name: str) -> None:
    assert ID.fullmatch(default_id(name))
    assert len(default_id(name)) <= 64


@given(st.text())
def test_any_title_is_read_back(name: str) -> None:
    title = title_of(None, name)
    text = bank_files(Names(title, "a", "en"))["bank/bank.yaml"]
    assert CONTROL.search(text) is None
    assert yaml.safe_load(text)["title"] == title


def test_names_with_spaces_and_other_scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXAMBANK_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "Prüfung “eins”: 試験 #1"
    assert run(["init", str(folder)]) == 0
    files = read_bank_files(folder / "bank")
    assert files.bank is not None
    assert (files.bank.title, files.bank.id) == (folder.name, "prufung-eins-1")
    assert check_bank(folder / "bank", use_cache=False).findings == ()
    assert "# Prüfung “eins”: 試験 \\#1\n" in (folder / "README.md").read_text("utf-8")


def test_the_templates_are_what_their_tools_read() -> None:
    files = repository_files(Names("T", "t", "en"))
    module = ast.parse(files["noxfile.py"])
    assert [node.name for node in module.body if isinstance(node, ast.FunctionDef) and node.decorator_list] == [
        "check", "fmt", "coverage", "build",
    ]  # fmt: skip
    steps = [step.get("run", "") for step in yaml.safe_load(WORKFLOW)["jobs"]["bank"]["steps"]]
    assert [re.findall(r"exambank (\w+)", step) for step in steps[3:]] == [["check"], ["check"], ["build"]]
    assert yaml.safe_load(files[".pre-commit-config.yaml"])["repos"][0]["repo"] == "local"
    assert not any(str(Path.home()) + "/" in text or str(Path(__file__).parents[2]) in text for text in files.values())


@pytest.mark.parametrize("text", [WORKFLOW, GITLAB], ids=["github", "gitlab"])
def test_the_workflow_builds_what_is_not_retired(text: str) -> None:
    built = re.findall(r"--status ([\w-]+)", text)
    assert set(built) == set(STATUSES) - RETIRED
    assert set(built) >= APPROVED


def test_a_bank_on_gitlab_has_gitlabs_file_alone(folder: Path) -> None:
    assert run(["init", str(folder), "--ci", "gitlab"]) == 0
    assert sorted(contents(folder)) == sorted([".gitlab-ci.yml", *WRITTEN[1:]])
    assert "and in each merge request by `.gitlab-ci.yml`." in (folder / "README.md").read_text("utf-8")
    assert check_bank(folder / "bank", use_cache=False).findings == ()


@pytest.mark.parametrize("ci", CI)
def test_what_is_installed_is_what_runs_now(ci: str) -> None:
    wanted = "exambank @ git+https://github.com/o/exambank@0123abc"
    files = repository_files(Names("T", "t", "en", ci, wanted))
    assert sum(text.count(wanted) for text in files.values()) == 2
    assert not any("REQUIREMENT" in text for text in files.values())
    jobs = next(text for path, text in files.items() if path.endswith(".yml"))
    assert f'pip install --quiet "{wanted}"' in jobs


def test_the_offered_jobs_are_those_that_there_are() -> None:
    assert tuple(CI) == OFFERED
