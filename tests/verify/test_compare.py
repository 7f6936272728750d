"""Contents have one digest where they are equal, and another where they differ."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exambank.verify.compare import Content, content_digest, differences

values = st.one_of(st.none(), st.booleans(), st.integers(0, 9), st.text(max_size=4))
contents = st.dictionaries(st.text(max_size=4), st.one_of(values, st.dictionaries(st.text(max_size=4), values)))


@given(contents, contents)
def test_digests_are_equal_where_nothing_differs(one: Content, other: Content) -> None:
    is_same = not list(differences(one, other)) and list(one) == list(other)
    assert (content_digest(one) == content_digest(other)) is is_same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"key": True}, {"key": False}),
        ({"stem": "\ud800"}, {"stem": "\udfff"}),  # halves of pairs, which no UTF-8 holds
        ({"option 1": {"share": Decimal("33.3")}}, {"option 1": {"share": Decimal("33.4")}}),
        ({"hint": None}, {"hint": ""}),
    ],
)
def test_contents_that_differ(one: Content, other: Content) -> None:
    assert content_digest(one) != content_digest(other)
    assert len(list(differences(one, other))) == 1
