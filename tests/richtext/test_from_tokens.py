"""What is told of a text without the parser is what the parser tells."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exambank.richtext.from_tokens import _inlines, has_markup
from exambank.richtext.tree import Text
from exambank.syntax.markdown import inline_tokens

PIECES = st.sampled_from(
    ["$", "$5", "$5,000", " ", "x", "x$", "5", "²", "a rep", ".", "(", ")", "US", "-", "%", "!", "#", "~", "é", ">"]
)


@given(st.lists(PIECES, min_size=1, max_size=12).map("".join))
@example("it costs $5 or $6")
@example("between US$5 and US$6")
@example("a 5$ note and a 6$ note")
def test_a_text_without_markup_is_its_own_text(text: str) -> None:
    """Money is no formula, however many dollars there are."""
    if text.strip() == text and not has_markup(text):
        found, _ = _inlines(inline_tokens(text), 0, None)
        assert found == (Text(text),)


@pytest.mark.parametrize("text", ["$x$", "from $a$ to 5", "a *b*", "`c`", "a  b", "a\nb", "&amp;", "5$ and 6$"])
def test_what_may_be_markup_is_parsed(text: str) -> None:
    assert has_markup(text)


@pytest.mark.parametrize("text", ["$5", "from $5,000 to $8,000", "US$5 or $6", "50% of $1,000.", "a < b"[:1]])
def test_money_is_none(text: str) -> None:
    assert not has_markup(text)
