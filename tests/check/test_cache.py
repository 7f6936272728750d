"""A cache that is broken, foreign or hostile is as good as none."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.small_bank import write_small_bank

from exambank.check.cache import cache_folder
from exambank.check.run import bank_facts, check_bank

FILES = ("stamps.json", "facts.json")


@pytest.fixture
def checked(bank: Path) -> Path:
    """A bank with a finding, checked once, and changed in one file since."""
    path = bank / "items" / "air" / "air-layers-001.md"
    path.write_text(path.read_text("utf-8").replace("(Choose two.)", "(Choose three.)"), "utf-8")
    check_bank(bank)
    path.write_text(path.read_text("utf-8").replace("(Choose three.)", "(Choose one.)"), "utf-8")
    return bank


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"null", b"[]", b"{}", b"[" * 100_000, b'{"fingerprint": 1}'])
def test_a_broken_file_is_a_miss(checked: Path, name: str, content: bytes) -> None:
    (cache_folder(checked) / name).write_bytes(content)
    assert check_bank(checked).findings == check_bank(checked, use_cache=False).findings != ()


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_was_cut_off_is_a_miss(checked: Path, name: str) -> None:
    path = cache_folder(checked) / name
    path.write_bytes(path.read_bytes()[:-1])
    assert check_bank(checked).findings == check_bank(checked, use_cache=False).findings != ()


@pytest.mark.parametrize("name", FILES)
def test_a_folder_in_its_place_is_a_miss(checked: Path, name: str) -> None:
    path = cache_folder(checked) / name
    path.unlink()
    path.mkdir()
    assert check_bank(checked).findings == check_bank(checked, use_cache=False).findings != ()


def test_a_cache_that_cannot_be_written_is_done_without(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (bank.parent / "file").write_text("no folder")
    monkeypatch.setenv("EXAMBANK_CACHE_DIR", str(bank.parent / "file"))
    assert check_bank(bank).findings == ()
    assert check_bank(bank).examined == 9


def test_another_version_of_the_tool_is_a_miss(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check_bank(bank)
    monkeypatch.setattr("exambank.check.cache.fingerprint", lambda: "another")
    assert check_bank(bank).examined == 9


def test_nothing_is_written_into_the_bank(bank: Path) -> None:
    before = sorted(bank.rglob("*"))
    check_bank(bank)
    assert sorted(bank.rglob("*")) == before


scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=3))
junk = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A checked bank, and its cache's files."""
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EXAMBANK_CACHE_DIR", str(folder / "cache"))
        root = write_small_bank(folder)
        (root / "items" / "bad.md").write_bytes(b"\xff")
        check_bank(root)
        return root, {name: (cache_folder(root) / name).read_bytes() for name in FILES}


@settings(max_examples=100)
@given(data=st.data(), name=st.sampled_from(FILES))
def test_no_content_of_the_cache_stops_a_run(
    hostile: tuple[Path, dict[str, bytes]], data: st.DataObject, name: str
) -> None:
    """Some value in it becomes another: the run has its findings, or those that the cache claims, and no error."""
    root, files = hostile
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EXAMBANK_CACHE_DIR", str(root.parent / "cache"))
        for other, content in files.items():
            (cache_folder(root) / other).write_bytes(content)
        value = json.loads(files[name])
        replace_one(value, data)
        (cache_folder(root) / name).write_text(json.dumps(value), "utf-8")
        (root / "items" / "new.md").write_text(data.draw(st.sampled_from(["", "---\nid: a\n---\n"])), "utf-8")
        check_bank(root)
        assert set(bank_facts(root)) == {path.relative_to(root).as_posix() for path in root.rglob("*.md")}


def replace_one(value: Any, data: st.DataObject) -> None:
    """Puts junk in the place of some value inside `value`."""
    while True:
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        key = data.draw(st.sampled_from([key for key in keys if key != "fingerprint"]))
        if not isinstance(value[key], dict | list) or not value[key] or data.draw(st.booleans()):
            value[key] = data.draw(junk)
            return
        value = value[key]
