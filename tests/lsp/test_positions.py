"""Places and a client's positions."""

import pytest
from tests.lsp import WITHOUT

pytest.importorskip("pygls", reason=WITHOUT)
from lsprotocol import types

from exambank.finding import Place
from exambank.lsp.positions import ClientText

UTF8, UTF16, UTF32 = types.PositionEncodingKind.Utf8, types.PositionEncodingKind.Utf16, types.PositionEncodingKind.Utf32


@pytest.mark.parametrize(("encoding", "character"), [(UTF8, 7), (UTF16, 4), (UTF32, 3)])
def test_characters_are_counted_in_the_units_agreed_on(encoding: str, character: int) -> None:
    text = ClientText("a\né😀x", encoding)
    assert text.position(2, 4) == types.Position(1, character)
    assert text.place(types.Position(1, character)) == (2, 4)
    assert text.before(types.Position(1, character)) == "é😀x"


def test_an_encoding_that_nobody_knows_is_taken_for_utf_16() -> None:
    assert ClientText("😀x", "utf-7").position(1, 2) == types.Position(0, 2)


def test_a_position_within_a_surrogate_pair_is_the_one_before_it() -> None:
    assert ClientText("a😀").place(types.Position(0, 2)) == (1, 2)


def test_columns_count_composed_characters_where_the_author_typed_decomposed_ones() -> None:
    text = ClientText("e\u0301te\u0301 x")
    assert text.position(1, 5) == types.Position(0, 6)  # the x
    assert text.place(types.Position(0, 6)) == (1, 5)


def test_lines_end_where_clients_end_them_and_nowhere_else() -> None:
    text = ClientText("a\r\nb\rc\u2028d\x0be\nf")
    assert text.lines == ["a", "b", "c\u2028d\x0be", "f"]


def test_places_and_positions_outside_of_the_text_become_its_ends() -> None:
    text = ClientText("ab\ncd")
    assert text.range(Place("x", 0, 0, 9, 9)) == types.Range(types.Position(0, 0), types.Position(1, 2))
    assert text.position(1, 99) == types.Position(0, 2)
    assert text.place(types.Position(7, 7)) == (2, 3)
    assert text.place(types.Position(0, 99)) == (1, 3)
    assert ClientText("é").before(types.Position(0, 99)) == "é"
    assert ClientText("").range(Place("x")) == types.Range(types.Position(0, 0), types.Position(0, 0))
