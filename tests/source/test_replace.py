"""A file is replaced whole or not at all."""

import os
from pathlib import Path

import pytest

from exambank.source.replace import replace_file


def test_the_content_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    replace_file(tmp_path / "a", b"one")
    replace_file(tmp_path / "a", b"two")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"two")]


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be replaced there")
def test_who_has_the_old_file_open_reads_it_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with (tmp_path / "a").open("rb") as reader:
        replace_file(tmp_path / "a", b"new")
        assert reader.read() == b"old"


@pytest.mark.skipif(os.name == "nt", reason="there are no such modes there")
def test_the_mode_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a").touch(0o640)
    (tmp_path / "a").chmod(0o640)
    replace_file(tmp_path / "a", b"new")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_a_failure_before_the_rename_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace_file(tmp_path / "a", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]
