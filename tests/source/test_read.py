"""Bytes become text once, or a fault with its place."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exambank.source.digest import digest
from exambank.source.read import canonical_text, decode, read, text_fault


@given(st.binary(max_size=200))
def test_any_bytes_have_a_text_and_their_own_digest(data: bytes) -> None:
    file = decode("a.md", data)
    assert file.digest == digest(data)
    if file.fault is None:
        assert file.text.encode() == data
    else:
        assert 0 <= file.fault[0] < max(1, len(file.text))


@pytest.mark.parametrize(
    ("data", "offset", "words"),
    [
        (b"caf\xe9", 3, "byte 0xE9"),
        ("é".encode() + b"\xff", 1, "byte 0xFF"),
        (b"a\xed\xa0\x80", 1, "byte 0xED"),  # a surrogate, which UTF-8 has not
        (b"a\xc0\xaf", 1, "byte 0xC0"),  # `/` the long way round
        (b"\xef\xbb\xbfa", 0, "byte order mark"),
        (b"a\r\nb", 1, "CR line ends"),
        (b"a\rb", 1, "CR line ends"),
        (b"ab\0", 2, "NUL"),
    ],
)
def test_the_first_fault_is_at_its_character(data: bytes, offset: int, words: str) -> None:
    fault = decode("a.md", data).fault
    assert fault is not None
    assert fault[0] == offset
    assert words in fault[1]
    assert fault[2]


def test_a_mark_that_is_no_byte_order_mark() -> None:
    assert text_fault("a\N{ZERO WIDTH NO-BREAK SPACE}b") is None


def test_a_file_that_cannot_be_read_is_one_with_a_fault(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    for path in ("folder.md", "nowhere.md"):
        file = read(tmp_path, path)
        assert file.fault is not None
        assert "cannot be read" in file.fault[1]


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("ä\n".encode())
    assert (read(tmp_path, "a.md").text, read(tmp_path, "a.md").fault) == ("ä\n", None)


@given(st.text())
def test_canonical_text_is_canonical(text: str) -> None:
    once = canonical_text(text)
    assert canonical_text(once) == once
    assert "\r" not in once


def test_canonical_text_composes_and_ends_lines_one_way() -> None:
    assert canonical_text("e\u0301\r\na\rb") == "é\na\nb"
    assert canonical_text("10² ﬁ") == "10² ﬁ", "what looks alike is not made alike"
