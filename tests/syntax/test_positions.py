"""From fields and offsets to lines and columns."""

from hypothesis import given
from hypothesis import strategies as st

from exambank.finding import Place
from exambank.syntax.positions import Lines, Places, line_starts, place_of

LINES = Lines(((3, 7), (4, 3)), "abc\ndef")


def test_a_span_is_counted_from_each_lines_own_column() -> None:
    assert LINES.place("a.md") == Place("a.md", 3, 7, 4, 6)
    assert LINES.place("a.md", (1, 2)) == Place("a.md", 3, 8, 3, 9)
    assert LINES.place("a.md", (4, 6)) == Place("a.md", 4, 3, 4, 5)
    assert LINES.place("a.md", (2, 5)) == Place("a.md", 3, 9, 4, 4)


def test_the_nearest_field_that_is_known_gives_the_place() -> None:
    places = Places("a.md", {("options", 0): LINES, ("id",): Place("a.md", 2, 5, 2, 9)})
    assert places.place(("options", 0), (1, 2)) == Place("a.md", 3, 8, 3, 9)
    assert places.place(("options", 0, "share"), (1, 2)) == Place("a.md", 3, 7, 4, 6), "a span belongs to its field"
    assert places.place(("id", "x")) == Place("a.md", 2, 5, 2, 9)
    assert places.place(("stem",)) == Place("a.md")
    assert places.place(()) == Place("a.md")


@given(st.text(alphabet="ab\n", max_size=30), st.data())
def test_an_offset_has_one_place(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    place = place_of("a.md", text, offset)
    lines = text.split("\n")
    assert sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1 == offset
    assert line_starts(text) == [sum(len(line) + 1 for line in lines[:row]) for row in range(len(lines))]
