"""Accepted texts and patterns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exambank.model.interactions.short_text import TextAnswer, read_answer, write_answer


@pytest.mark.parametrize(
    ("text", "content", "is_pattern"),
    [
        ("water", "water", False),
        ("/sales ?force/i", "sales ?force", True),
        ("/sales ?force/", "sales ?force", True),
        ("/", "/", False),
        ("//", "//", False),
        ("//i", "//i", False),
        ("/a", "/a", False),
        ("a/b/", "a/b/", False),
        ("/i/", "i", True),
        ("/水/", "水", True),
    ],
)
def test_a_text_between_slashes_is_a_pattern(text: str, content: str, is_pattern: bool) -> None:
    assert read_answer(text) == {"text": content, "is_pattern": is_pattern}


@given(st.text(min_size=1, max_size=20), st.booleans())
def test_what_is_written_is_read_back(text: str, is_pattern: bool) -> None:
    answer = TextAnswer(text=text, is_pattern=is_pattern)
    if is_pattern or not (text.startswith("/") and text.rstrip("i").endswith("/")):
        assert TextAnswer.model_validate(read_answer(write_answer(answer))) == answer
