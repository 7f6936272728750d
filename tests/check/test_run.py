"""A run with a cache finds what a run without one finds, whatever was edited in between."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.small_bank import accept_all, write_small_bank
from tests.strategies.sources import mutated

from exambank.check import run
from exambank.check.bank_files import BLUEPRINT_FILE
from exambank.check.cache import RACY, cache_folder
from exambank.check.run import check_bank
from exambank.check.state import CheckResult
from exambank.finding import Finding
from exambank.keys.lock import LOCK_FILE
from exambank.keys.second_keys import SECOND_KEYS_FILE
from exambank.source.discover import OWN_FILES, STATISTICS_FILE, Stamp, walk

ITEM = "items/water/water-states-001.md"


def fresh(root: Path) -> tuple[Finding, ...]:
    """The findings of a run that knows nothing."""
    return check_bank(root, use_cache=False).findings


def edit(path: Path, old: str, new: str) -> None:
    """Replaces a text that must be there."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def codes(result: CheckResult) -> set[tuple[str, str]]:
    return {(finding.place.path, finding.code) for finding in result.findings}


def test_the_small_bank_is_clean(bank: Path) -> None:
    result = check_bank(bank)
    assert result.findings == ()
    assert (result.files, result.examined) == (9, 9)


def test_a_second_run_examines_nothing(bank: Path) -> None:
    first = check_bank(bank)
    second = check_bank(bank)
    assert (second.findings, second.files, second.examined, second.inputs) == (first.findings, 9, 0, first.inputs)


def test_only_what_changed_is_examined(bank: Path) -> None:
    check_bank(bank)
    edit(bank / ITEM, "- [x]", "- [ ]")
    result = check_bank(bank)
    assert result.examined == 1
    assert codes(result) == {(ITEM, "STR010")}


def test_a_file_that_is_only_touched_is_not_examined_again(bank: Path) -> None:
    check_bank(bank)
    os.utime(bank / ITEM, (1, 1))
    assert check_bank(bank).examined == 0


def test_a_changed_default_examines_everything(bank: Path) -> None:
    check_bank(bank)
    edit(bank / "bank.yaml", "language: en\n", "language: en\ndefaults: {points: 0}\n")
    assert check_bank(bank).findings == fresh(bank) != ()
    edit(bank / "bank.yaml", "points: 0", "points: 2")
    assert check_bank(bank).examined == 9


def test_inputs_change_with_every_kind_of_file(bank: Path) -> None:
    seen = {check_bank(bank).inputs}
    for path, old, new in ((ITEM, "kettle", "pan"), ("bank.yaml", "A small", "A tiny"), (BLUEPRINT_FILE, "30", "40")):
        edit(bank / path, old, new)
        seen.add(check_bank(bank).inputs)
    (bank / "media" / "new.png").write_bytes(b"new")
    seen.add(check_bank(bank).inputs)
    assert len(seen) == 5


def test_one_broken_file_costs_one_finding(bank: Path) -> None:
    """The others are looked at, and nothing in them is called missing because of it."""
    (bank / ITEM).write_bytes(b"---\nid: [\n---\n\xff")
    assert codes(check_bank(bank)) == {(ITEM, "STR001")}


# How a person, git or an editor changes a bank.
Edit = Callable[[Path, str], None]


def rewrite(root: Path, text: str) -> None:
    """An item becomes another text."""
    (root / ITEM).write_text(text, "utf-8", errors="surrogatepass")


def add(root: Path, text: str) -> None:
    (root / "items" / "new.md").write_text(text, "utf-8", errors="surrogatepass")


def remove(root: Path, _text: str) -> None:
    (root / "items" / "air" / "air-layers-001.md").unlink(missing_ok=True)


def rename(root: Path, _text: str) -> None:
    path = root / "items" / "water" / "water-states-002.md"
    if path.exists():
        path.rename(root / "items" / "moved.md")


def copy(root: Path, _text: str) -> None:
    """The same item once more, with its times."""
    shutil.copy2(root / "stimuli" / "bath-log.md", root / "items" / "copy.md")


def accept(root: Path, _text: str) -> None:
    accept_all(root)


def lose_lock(root: Path, _text: str) -> None:
    (root / LOCK_FILE).unlink(missing_ok=True)


def change_blueprint(root: Path, _text: str) -> None:
    path = root / BLUEPRINT_FILE
    path.write_text(path.read_text("utf-8").replace("air.layers", "air.winds"), "utf-8")


def change_defaults(root: Path, _text: str) -> None:
    with (root / "bank.yaml").open("a", encoding="utf-8") as file:
        file.write("check: {ignore: [STR015]}\n")


def swap_picture(root: Path, _text: str) -> None:
    path = root / "media" / "flask.png"
    if path.exists():
        path.rename(path.with_name("Flask.png"))


EDITS: tuple[Edit, ...] = (
    rewrite, add, remove, rename, copy, accept, lose_lock, change_blueprint, change_defaults, swap_picture,
)  # fmt: skip


@settings(max_examples=25)
@given(
    edits=st.lists(st.tuples(st.sampled_from(EDITS), mutated()), min_size=1, max_size=5),
    racy=st.sampled_from([0, RACY]),
)
def test_any_sequence_of_edits(edits: list[tuple[Edit, str]], racy: int) -> None:
    """With files that are old enough to be trusted by their time (racy 0), and with young ones."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("EXAMBANK_CACHE_DIR", folder + "/cache")
        patch.setattr("exambank.check.cache.RACY", racy)
        root = write_small_bank(Path(folder))
        check_bank(root)
        for change, text in edits:
            time.sleep(0.01)  # file systems count time in steps of some milliseconds
            change(root, text)
            assert check_bank(root).findings == fresh(root)


class Clock:
    """A file system in which every file was changed at one moment, `age` nanoseconds ago."""

    def __init__(self, age: int) -> None:
        self.changed = time.time_ns() - age

    def walk(self, root: Path) -> list[Stamp]:
        return [Stamp(stamp.path, stamp.size, self.changed) for stamp in walk(root)]

    def own_stamps(self, root: Path) -> list[Stamp]:
        present = [name for name in OWN_FILES if (root / name).is_file()]
        return [Stamp(name, (root / name).stat().st_size, self.changed) for name in present]


CHANGES = {  # file → an edit that keeps its size
    ITEM: ("- [ ] 90", "- [x] 90"),
    LOCK_FILE: ("water-states-001@1", "water-states-901@1"),
}


@pytest.mark.parametrize(("age", "is_seen"), [(0, True), (3 * RACY, False)])
@pytest.mark.parametrize("path", CHANGES)
def test_a_change_of_the_same_size_and_time_is_seen_where_the_time_is_young(
    bank: Path, monkeypatch: pytest.MonkeyPatch, age: int, is_seen: bool, path: str
) -> None:
    """An editor may save twice within one step of the file system's clock; an old time is trusted."""
    clock = Clock(age)
    monkeypatch.setattr("exambank.check.state.walk", clock.walk)
    monkeypatch.setattr("exambank.check.state.own_stamps", clock.own_stamps)
    assert check_bank(bank).findings == ()
    edit(bank / path, *CHANGES[path])
    assert bool(check_bank(bank).findings) is is_seen


def test_a_change_of_size_is_seen_under_an_old_time(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exambank.check.state.walk", Clock(3 * RACY).walk)
    check_bank(bank)
    edit(bank / ITEM, "- [x]", "- [ ] no,")
    assert codes(check_bank(bank)) == {(ITEM, "STR010")}


@pytest.fixture
def trusting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Takes the youngest time for a settled one."""
    monkeypatch.setattr("exambank.check.cache.RACY", -1_000_000_000)


@pytest.mark.usefixtures("trusting")
def test_a_lock_that_git_ignores_is_looked_at(bank: Path) -> None:
    (bank / ".gitignore").write_text("*.lock\n")
    check_bank(bank)
    edit(bank / LOCK_FILE, "water-states-001@1", "water-states-901@1")
    assert check_bank(bank).findings == fresh(bank) != ()


@pytest.mark.usefixtures("trusting")
@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_lock_that_is_a_link_is_looked_at(bank: Path, tmp_path: Path) -> None:
    (bank / LOCK_FILE).rename(tmp_path / "elsewhere")
    (bank / LOCK_FILE).symlink_to(tmp_path / "elsewhere")
    check_bank(bank)
    edit(tmp_path / "elsewhere", "water-states-001@1", "water-states-901@1")
    assert check_bank(bank).findings == fresh(bank) != ()


def test_a_run_that_was_killed_between_its_two_files(bank: Path) -> None:
    """Facts of the one run and stamps of the other do not go together, though each is whole."""
    folder = cache_folder(bank)
    text = (bank / ITEM).read_bytes()
    check_bank(bank)
    stamps = (folder / "stamps.json").read_bytes()
    edit(bank / ITEM, "id: water-states-001", "id: water-states-002")
    assert {finding.code for finding in check_bank(bank).findings} == {"STR006", "KEY002", "KEY011"}
    (folder / "stamps.json").write_bytes(stamps)
    (bank / ITEM).write_bytes(text)
    edit(bank / "items" / "air" / "air-layers-001.md", "troposphere", "Troposphere")
    assert check_bank(bank).findings == fresh(bank)


def test_one_worker_and_two_give_the_same(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(bank / ITEM, "- [x]", "- [ ]")
    (bank / "items" / "bad.md").write_bytes(b"\xff")
    one = check_bank(bank, use_cache=False, workers=1)
    monkeypatch.setattr(run, "POOL_FROM", 1)
    monkeypatch.setattr("exambank.check.workers.CHUNK", 2)
    two = check_bank(bank, use_cache=False, workers=2)
    assert one == two
    assert len(one.findings) == 2


def test_few_files_are_examined_by_one_process() -> None:
    assert run.worker_count(run.POOL_FROM - 1, 8) == 1
    assert run.worker_count(run.POOL_FROM, 8) == 8
    assert run.worker_count(run.POOL_FROM, None) == run.available_cores()


def test_the_names_of_the_banks_own_files() -> None:
    assert OWN_FILES == ("bank.yaml", BLUEPRINT_FILE, LOCK_FILE, SECOND_KEYS_FILE, STATISTICS_FILE)
