"""Marks in place of tags: they show what the tags showed, or there are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from exambank.check.html_marks import marked
from exambank.richtext.text import RichText

BROWSER = MarkdownIt("commonmark")  # raw HTML is passed through, as GitHub does
PIECES = st.sampled_from(
    [
        "<b>",
        "</b>",
        "<em>",
        "</em>",
        "<code>",
        "</code>",
        "a",
        " ",
        "b",
        "*",
        "_",
        "`",
        "<i>",
        "</i>",
        "\n",
        ".",
        "<u>",
        "\\",
    ]
)
EQUAL = {"b": "strong", "i": "em"}


def shown(text: str) -> str:
    """The HTML that a browser shows, with one name for each mark."""
    html: str = BROWSER.render(text)
    for name, same in EQUAL.items():
        html = html.replace(f"<{name}>", f"<{same}>").replace(f"</{name}>", f"</{same}>")
    return html


@given(st.lists(PIECES, max_size=12).map("".join))
def test_what_is_marked_shows_the_same(text: str) -> None:
    source = marked(RichText(text))
    if source is not None:
        assert "<b>" not in source.replace("`", "") or "`" in source
        assert shown(source) == shown(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a <b>b</b> c", "a **b** c"),
        ("<B>a</B> `<b>`", "**a** `<b>`"),
        ("<em>a <strong>b</strong></em>", "*a **b***"),
        ("<code>a*b</code>", "`a*b`"),
        ("a", None),
        ("<b>a", None),
        ("<b>a</i>", None),
        ("<b>a</b> <u>b</u>", None),
        ("<b class='x'>a</b>", None),
        ("a<b> b</b>c", None),
        ("<code>a <b>b</b></code>", None),
        ("- <b>a</b>", None),
    ],
)
def test_tags_and_their_marks(text: str, wanted: str | None) -> None:
    assert marked(RichText(text)) == wanted
