"""The suffix by hand is the library's."""

from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from exambank.source.pictures.metadata import suffix

NAMES = st.lists(st.sampled_from([".", "..", "a", "B", "png", "é", " "]), min_size=1, max_size=5).map("".join)


@given(st.lists(NAMES.filter(lambda name: name.strip(".")), min_size=1, max_size=3).map("/".join))
def test_the_suffix_is_that_of_a_path(path: str) -> None:
    assert suffix(path) == PurePosixPath(path).suffix.lower()
