"""A pull request's comment: read by a Markdown parser, texts come out as they went in."""

import re
from html import unescape

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from tests.report.samples import FINDINGS, any_findings, at, golden, written

from exambank.finding import Finding, Severity
from exambank.report import markdown
from exambank.report.terminal import shown

PARSER = MarkdownIt("gfm-like", {"linkify": False})


def cells(text: str) -> list[list[str]]:
    """The cells of every row of every table, as a reader sees them; lines of a cell are joined by a space."""
    rows = re.findall(r"<tr>(.*?)</tr>", PARSER.render(text), re.DOTALL)
    return [[plain(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)] for row in rows]


def plain(html: str) -> str:
    html = html.replace(markdown.UNSEEN, "").replace("<br>", " ")
    assert "<" not in html, html
    return " ".join(unescape(html).split())


def test_the_samples(update: bool) -> None:
    text = written(markdown, FINDINGS)
    assert text == golden("markdown.md", text, update=update)


def test_nothing_found() -> None:
    assert written(markdown, []) == "### exambank check\n\n✓ no findings in 5 items\n"


@given(any_findings)
def test_any_finding_is_one_row_and_reads_as_it_is(found: list[Finding]) -> None:
    rows = cells(written(markdown, found))[-len(found) :] if found else []
    for finding, row in zip(found, rows, strict=True):
        place = finding.place
        wanted = f"{finding.message} mend: {finding.mend}"
        assert row[0] == " ".join(shown(f"{place.path}:{place.line}:{place.column}").split())
        assert row[2:] == [" ".join(shown(text).split()) for text in (f"{finding.code} {finding.name}", wanted)]


def test_nobody_is_called_and_nothing_is_linked() -> None:
    said = "@team http://example.org www.example.org #1 GH-2 :tada: $x$"
    text = written(markdown, [at(Severity.ERROR, "a.md", 1, said)])
    assert not re.search(r"@\w|(?<!\\)://|www\.|#1|GH-2|(?<!\\):tada|(?<!\\)\$", text.split("\n\n", 3)[-1])


@pytest.mark.parametrize(
    ("count", "rows", "is_collapsed", "is_cut"),
    [(20, 20, False, False), (21, 21, True, False), (200, 200, True, False), (201, 200, True, True)],
)
def test_a_long_table_is_collapsed_and_a_longer_one_cut(
    count: int, rows: int, is_collapsed: bool, is_cut: bool
) -> None:
    text = written(markdown, [at(Severity.ERROR, "a.md", line) for line in range(1, count + 1)])
    assert sum(row[1] == "error" for row in cells(text)) == rows
    assert (f"<summary>{count} findings</summary>" in text) is is_collapsed
    assert ("… and 1 finding more." in text) is is_cut
