"""Archives follow from their content alone."""

import zipfile
from pathlib import Path

import pytest

from exambank.export.archive import write_archive

ENTRIES = [("b.xml", [b"<b/>", b"\n"]), ("a/ä.xml", [b"<a/>"])]


def test_the_same_entries_give_the_same_bytes_at_another_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_archive(tmp_path / "one.zip", ENTRIES)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    write_archive(tmp_path / "two.zip", ENTRIES)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_entries_keep_their_order_names_and_content(tmp_path: Path) -> None:
    write_archive(tmp_path / "one.zip", ENTRIES)
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == ["b.xml", "a/ä.xml"]
        assert archive.read("b.xml") == b"<b/>\n"
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.external_attr >> 16 for info in archive.infolist()} == {0o100644}


def test_two_entries_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"two entries are called a\.xml"):
        write_archive(tmp_path / "one.zip", [("a.xml", [b"1"]), ("a.xml", [b"2"])])
