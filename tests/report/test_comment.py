"""A pull request's comment: within GitHub's limit, read by a Markdown parser as it is meant, and silent about keys."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.report.samples import FINDINGS, any_findings, at, golden, written
from tests.report.test_markdown import plain

from exambank.finding import Finding, Place, Severity
from exambank.report import Mended, Settings, comment
from exambank.report.terminal import shown

PARSER = MarkdownIt("gfm-like", {"linkify": False})
BEFORE = "---\nid: a\n---\n\nWhat is\u200b @team ```` </details>?\n\n- [x] One\n- [ ] Two\n"
SAFELY = BEFORE.replace("\u200b", "")
WHOLLY = SAFELY.replace("?", "? (Choose one.)")
SETTINGS = Settings(
    link="https://github.com/o/r/blob/abc",
    coverage=lambda: "### Coverage: T\n\n| a |\n|---|\n| 1 |\n",
    mended=lambda: [Mended("bank/a b.md", BEFORE, SAFELY, WHOLLY, 1, 2)],
)
texts = st.text(st.characters(codec="utf-8"), max_size=200)
any_mended = st.lists(st.builds(Mended, texts, texts, texts, texts, st.integers(0, 9), st.integers(0, 9)), max_size=3)


def test_the_samples(update: bool) -> None:
    text = written(comment, FINDINGS, SETTINGS)
    assert text == golden("comment.md", text, update=update)


def test_nothing_found() -> None:
    assert written(comment, []) == "### exambank\n\n✓ no findings in 5 items\n"


def test_words_of_items_are_left_out_of_messages() -> None:
    changed = at(Severity.ERROR, "a.md", 1, 'the key changed: recorded "5" tall", now "50"')
    text = written(comment, [changed])
    assert 'the key changed\\: recorded "…"<br>' in text
    assert "5" not in text.split("recorded")[1]


def test_mends_are_told_apart_by_what_makes_them() -> None:
    def settings(safely: str, wholly: str) -> Settings:
        return Settings(mended=lambda: [Mended("a.md", BEFORE, safely, wholly, int(safely != BEFORE), 1)])

    only_safe = written(comment, [], settings(SAFELY, SAFELY))
    assert "--fix` mends 1 finding." in only_safe
    assert "--unsafe-fixes" not in only_safe
    only_unsafe = written(comment, [], settings(BEFORE, WHOLLY))
    assert "--fix`" not in only_unsafe
    assert "--unsafe-fixes` mends 1 finding; look" in only_unsafe


@given(any_mended)
def test_any_difference_is_code_behind_a_title(mended: list[Mended]) -> None:
    text = written(comment, [], Settings(mended=lambda: mended))
    tokens = PARSER.parse(text)
    fences = [token for token in tokens if token.type == "fence"]
    shown_twice = [(one.safely != one.before) + (one.wholly != one.safely) for one in mended]
    assert sum(token.content.count("\n+++ ") for token in fences) >= sum(count > 0 for count in shown_twice)
    assert len(fences) == len(re.findall(r"^<details>$", text, re.MULTILINE))
    assert [token.content.strip() for token in tokens if token.type == "html_block"][1::2] == ["</details>"] * len(
        fences
    )


@given(any_findings)
def test_any_finding_is_one_row(found: list[Finding]) -> None:
    text = written(comment, found, Settings(link="https://github.com/o/r/blob/abc"))
    rows = re.findall(r"<tr>\s*<td>(.*?)</tr>", PARSER.render(text), re.DOTALL)
    assert len(rows) == len(found)
    for finding, row in zip(found, rows, strict=True):
        mend = " ".join(shown(finding.mend).split())
        assert plain(re.sub(r"</?(a|td)\b[^>]*>", "", row)).endswith(f"mend: {mend}".strip())


@pytest.mark.parametrize("settings", [Settings(), SETTINGS], ids=["alone", "with all parts"])
def test_what_is_too_long_is_cut_with_a_count(settings: Settings) -> None:
    many = [at(Severity.ERROR, "bank/items/a.md", line, "@team " * 20) for line in range(1, 1001)]
    text = written(comment, many, settings)
    assert 50_000 < len(text) <= 65_000
    rows = text.count("| error |")
    assert f"… and {1000 - rows} findings more." in text
    assert len(re.findall(r"^<details>$", text, re.MULTILINE)) == len(re.findall(r"^</details>$", text, re.MULTILINE))
    assert ("--unsafe-fixes" in text) is bool(list(settings.mended()))


def test_coverage_and_mends_are_cut_too() -> None:
    long = "\n".join(f"{'x' * 40} {number} `{'`' * (number % 7)}" for number in range(3000))
    changed = Mended("a.md", long, long.replace("x", "y"), long.replace("x", "z"), 1, 2)
    text = written(comment, FINDINGS, Settings(coverage=lambda: long, mended=lambda: [changed]))
    assert len(text) <= 65_000
    assert len(re.findall(r"^… and \d+ lines more\.$", text, re.MULTILINE)) == 3
    tokens = PARSER.parse(text)
    assert sum(token.type == "fence" for token in tokens) == 2


def test_nobody_is_called_and_no_issue_is_linked() -> None:
    call = Finding("A", "a", Severity.ERROR, "@team #1 GH-2 o/r#3", "ask @team", Place("bank/@team/#1.md"))
    changed = Mended("@team.md", "@team #1", "@team gh-1", "@team gh-1", 1, 1)
    text = written(comment, [call], Settings(mended=lambda: [changed]))
    assert not re.search(r"@[a-z0-9]|#\d|gh-\d", text, re.IGNORECASE)
    assert "@@ -1 +1 @@" in text
