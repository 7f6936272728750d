"""Zips from strangers: what is harmless is read, everything else is a ZipFault."""

import io
import stat
import struct
import warnings
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exambank.formats.zip_entry import MEGABYTE, ZipFault, open_archive, open_entry, read_entry


def archive_with(path: Path, *entries: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # zipfile warns of a second entry of one name
        for name, data in entries:
            archive.writestr(name, data, zipfile.ZIP_DEFLATED)
    return path


def test_a_harmless_archive_is_read_whole_and_piece_by_piece(tmp_path: Path) -> None:
    path = archive_with(tmp_path / "a.zip", ("folder/", b""), ("folder/ä..b.txt", b"text"))
    with open_archive(path) as archive:
        assert read_entry(archive, "folder/ä..b.txt") == b"text"
        with open_entry(archive, "folder/ä..b.txt") as entry:
            assert (entry.read(3), entry.read(3), entry.read(3)) == (b"tex", b"t", b"")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("../outside", "outside"),
        ("a/../../outside", "outside"),
        ("/etc/passwd", "absolute"),
        ("C:/windows", "absolute"),
        ("a\\b", "backslash"),
    ],
)
def test_a_name_that_no_package_needs_is_refused(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(ZipFault, match=words):
        open_archive(archive_with(tmp_path / "a.zip", ("good", b""), (zipfile.ZipInfo(name), b"x")))


def test_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(ZipFault, match="symbolic link"):
        open_archive(archive_with(tmp_path / "a.zip", (link, b"/etc/passwd")))


def test_two_entries_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ZipFault, match="twice"):
        open_archive(archive_with(tmp_path / "a.zip", ("a", b"1"), ("a", b"2")))


def test_an_encrypted_entry_is_refused(tmp_path: Path) -> None:
    path = archive_with(tmp_path / "a.zip", ("a", b"1"))
    data = bytearray(path.read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", data, data.index(signature) + flags, 1)
    path.write_bytes(data)
    with pytest.raises(ZipFault, match="encrypted"):
        open_archive(path)


def test_what_is_no_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(b"no zip at all")
    with pytest.raises(ZipFault, match="not a zip"):
        open_archive(path)


def test_entries_that_overlap_are_refused(tmp_path: Path) -> None:
    path = archive_with(tmp_path / "a.zip", ("a", bytes(range(256)) * 8))
    data = bytearray(path.read_bytes())
    struct.pack_into("<L", data, data.index(b"PK\x01\x02") + 20, 10_000_000)
    path.write_bytes(data)
    with pytest.raises(ZipFault):
        open_archive(path)


def test_an_entry_over_the_limit_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    with open_archive(archive_with(tmp_path / "a.zip", ("a", b"12345"))) as archive:
        assert read_entry(archive, "a", limit=5) == b"12345"
        with pytest.raises(ZipFault, match="5 bytes, at most 4"):
            read_entry(archive, "a", limit=4)


def test_an_entry_that_unpacks_to_a_multitude_of_its_size_is_refused(tmp_path: Path) -> None:
    bomb, small = bytes(4 * MEGABYTE), bytes(MEGABYTE // 2)
    with open_archive(archive_with(tmp_path / "a.zip", ("bomb", bomb), ("small", small))) as archive:
        assert read_entry(archive, "small") == small
        with pytest.raises(ZipFault, match="200 times"):
            read_entry(archive, "bomb")


def test_a_missing_entry_is_a_fault_that_names_it(tmp_path: Path) -> None:
    with (
        open_archive(archive_with(tmp_path / "a.zip", ("a", b""))) as archive,
        pytest.raises(ZipFault, match=r"no b\.xml in"),
    ):
        read_entry(archive, "b.xml")


def test_a_damaged_entry_is_a_fault(tmp_path: Path) -> None:
    path = archive_with(tmp_path / "a.zip", ("a", bytes(range(256)) * 8))
    data = bytearray(path.read_bytes())
    data[60] ^= 0xFF
    path.write_bytes(data)
    with open_archive(path) as archive, pytest.raises(ZipFault, match="damaged"):
        read_entry(archive, "a")


@settings(max_examples=60)
@given(st.data())
def test_any_bytes_in_no_other_error_out(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Bytes of an archive changed at random are read, or a ZipFault."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("imsmanifest.xml", "<manifest/>" * 9)
    changed = bytearray(buffer.getvalue())
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("zip") / "a.zip"
    path.write_bytes(changed)
    try:
        with open_archive(path) as archive:
            for name in archive.namelist():
                read_entry(archive, name)
    except ZipFault:
        pass
