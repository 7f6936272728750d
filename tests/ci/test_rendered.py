"""The comment as GitHub's own Markdown parser (cmark-gfm) reads it: no link, tag, mention or issue of an author's."""

import io
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exambank.finding import Finding, Place, Severity
from exambank.report import Mended, Settings, comment

pytestmark = pytest.mark.hooks

LINK = "https://github.com/o/r/blob/abc"
OURS = {"h3", "p", "table", "thead", "tbody", "tr", "th", "td", "a", "br", "details", "summary", "pre", "code"}
PIECES = """\
@team|#12|GH-3|o/r#5|http://e.org|www.e.org|mailto:a@b.org|xmpp:a@b.org|a@b.org|<b>|</details>|<script>|<!--|-->|`|``
![x](y)|[a](javascript:x)|&lt;|&#64;team|$x$|:tada:|x|1.|- [x] |> |\\|*|_|~~|"|||  |# |## """.replace("\n", "|")
texts = st.lists(st.sampled_from([*PIECES.split("|"), "|", "\n", "\t"]), max_size=7).map("".join)
findings = st.builds(
    Finding, texts, texts, st.sampled_from(Severity), texts, texts, st.builds(Place, texts, st.just(3))
)
mended = st.builds(Mended, texts, texts, texts, texts, st.just(1), st.just(2))


@pytest.fixture(scope="module")
def parser() -> Any:
    return pytest.importorskip("cmarkgfm", reason="cmarkgfm is not installed: `nox -s hooks`")


@settings(max_examples=500)
@given(st.lists(findings, max_size=3), st.lists(mended, max_size=2))
def test_nothing_of_an_author_s_is_more_than_text(parser: Any, found: list[Finding], changed: list[Mended]) -> None:
    out = io.StringIO()
    comment.write(found, 5, out, Settings(link=LINK, mended=lambda: changed))
    html = parser.github_flavored_markdown_to_html(out.getvalue(), parser.cmark.Options.CMARK_OPT_UNSAFE)
    assert all(address.startswith(LINK) for address in re.findall(r'href="([^"]*)"', html))
    assert set(re.findall(r"</?([a-z0-9]+)", html)) <= OURS
    assert html.count("<details>") == html.count("</details>")
    assert html.count("<tr>") == (len(found) + 1 if found else 0)
    assert not re.search(r"@[a-z0-9]|#\d|\bgh-\d", re.sub(r"<[^>]*>", "", html), re.IGNORECASE)
