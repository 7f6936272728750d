"""Wherever the plain reader gives a tree, the parser gives the same."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies.sources import REAL, texts

from exambank.richtext.from_tokens import tree
from exambank.richtext.plain_blocks import plain_blocks
from exambank.syntax.markdown import block_tokens

ROOT = Path(__file__).parents[2]
PLAIN = (
    "One.\nTwo.\n\nThree *four*.",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "W?\n\n|a|b|c|\n|:-|-:|:---: |\n| 1 | **2** |\n| 1 | $2$ | 3 | 4 |\n||\n\nSo.",
    "W?\n```python\n| a |\n\n  b\n```\nSo.",
    "```\n```",
    "| a |\n|---|",
    "| |\n|---|\n|  |",
    "",
    "\n\n",
)
NOT_PLAIN = (
    "| a | b |\n|---|\n| 1 | 2 |",
    "| a \\| b |\n|---|\n| 1 |",
    "| `a|b` |\n|---|\n| 1 |",
    "| a |",
    "| a |\n|---|\ntext",
    "text\n| a |\n|---|",
    "| a |\n|---|\n- b",
    "| a\n|---\n| b",
    "text\n---",
    "- a",
    "```\nopen",
    "    code",
)
PIECES = (
    "| a | b |", "|---|---|", "|:-:|---:|", "| 1 | 2 | 3 |", "| 1 |", "||", "|", "| |", "|---|", "| a |", "| `a|b` |",
    "| \\| |", "| a b  |  ", "| a", "```", "```py", "``` py", "````", "~~~", "One *two*.", "W?", "$x$ is", "$$", "- a",
    "1. b", "> c", "# d", "---", "===", "<b>", "<!-- | -->", "[a]: b", "", "", "", " ", "  text", "    code", "a  ",
    "\u00a0|", "|\u00a0|", "| é | 日本 |", ":--", "-|-", "a | b", "**a", "b**", "|-", "|:|", "| - |", "|--|\t",
)  # fmt: skip


def hold(source: str) -> bool:
    """Whether the plain reader gave a tree; it is the parser's then."""
    found = plain_blocks(source)
    assert found is None or found == tree(block_tokens(source))
    return found is not None


@pytest.mark.parametrize("source", PLAIN)
def test_the_common_shapes_are_plain(source: str) -> None:
    assert hold(source)


@pytest.mark.parametrize("source", NOT_PLAIN)
def test_what_is_in_doubt_is_left_to_the_parser(source: str) -> None:
    assert plain_blocks(source) is None


def test_the_texts_of_our_own_items() -> None:
    found = [hold(path.read_text("utf-8")) for path in sorted((ROOT / "docs").rglob("*.md"))]
    found += [hold(part) for text in REAL for part in text.split("\n\n")]
    assert any(found)


@settings(max_examples=500)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("\n".join))
def test_lines_of_all_kinds(source: str) -> None:
    hold(source)


@given(texts)
def test_any_text(source: str) -> None:
    hold(source)
