"""Pages made from the code are what the code says now; `python -m tests.docs.generate` writes them."""

import pytest
from tests.docs.generate import PAGES, ROOT, strays, text_of
from tests.docs.picture import svg


@pytest.mark.parametrize("path", PAGES)
def test_page_is_what_the_code_says(path: str) -> None:
    assert text_of(ROOT / path) == PAGES[path]()


def test_every_rule_page_is_of_a_rule() -> None:
    assert strays() == []


def test_picture_escapes_markup_and_keeps_columns() -> None:
    """Text of an item may hold anything; the second run stands in the ninth column."""
    drawn = svg("a & b", "<b> \033[1;31m    no\033[0m")
    assert "<title>a &amp; b</title>" in drawn
    assert ">&lt;b&gt;<" in drawn
    assert 'x="87.2"' in drawn
    assert 'fill="#ff7b72" font-weight="bold">no<' in drawn
