"""Every value of a JSON text is found where it stands."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from exambank.finding import FieldPath
from exambank.syntax.json_places import doubled, json_places

names = st.text(max_size=4) | st.sampled_from(["{", '"', "\\", "a,b", ":", "\n", "\u2028"])
plain = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | names
values = st.recursive(plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3))
layouts = st.sampled_from([None, 1, "\t"])

TEXT = """\
{"format": 1,
 "items": {
  "a@1": {"n": 30, "list": [{"x": true}, -1.5e3]}
}}
"""


def test_names_of_what_has_parts_and_values_of_the_rest() -> None:
    places = json_places("s.json", TEXT)
    found = {at: tuple(place)[1:] for at, place in places.fields.items() if not hasattr(place, "starts")}
    assert found == {
        ("format",): (1, 12, 1, 13),
        ("items",): (2, 2, 2, 9),
        ("items", "a@1"): (3, 3, 3, 8),
        ("items", "a@1", "n"): (3, 16, 3, 18),
        ("items", "a@1", "list"): (3, 20, 3, 26),
        ("items", "a@1", "list", 0, "x"): (3, 35, 3, 39),
        ("items", "a@1", "list", 1): (3, 42, 3, 48),
    }


def leaves(value: Any, at: FieldPath = ()) -> dict[FieldPath, Any]:
    """The plain values of a document by path."""
    if isinstance(value, dict):
        return {path: leaf for name, one in value.items() for path, leaf in leaves(one, (*at, name)).items()}
    if isinstance(value, list):
        return {path: leaf for number, one in enumerate(value) for path, leaf in leaves(one, (*at, number)).items()}
    return {at: value}


@given(values, layouts, st.booleans())
def test_what_stands_at_the_place_is_the_value(value: Any, layout: Any, is_ascii: bool) -> None:
    text = json.dumps(value, indent=layout, ensure_ascii=is_ascii)
    lines = text.split("\n")
    places = json_places("s.json", text)
    for at, leaf in leaves(value).items():
        place = places.place(at)
        assert not at or json.loads(lines[place.line - 1][place.column - 1 : place.end_column - 1]) == leaf
    assert doubled(text) is None


def test_a_name_that_stands_twice() -> None:
    assert doubled('{"a": {"x": 1, "y": 2, "x": 3}}') == ("a", "x")
    assert doubled('{"a": [{"x": 1}, {"x": 1}], "b": {"x": 1}}') is None
    assert doubled('{"a": {"x": 1}, "\\u0061": {"x": 1}}') == ("a",)
