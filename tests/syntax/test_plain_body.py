"""Wherever the plain reader gives a body, the parser gives the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.strategies.sources import REAL, texts

from exambank.richtext.from_tokens import passage_tree
from exambank.syntax import blocks, front_matter, plain_body
from exambank.syntax.body import Body, Entry, Passage

ROOT = Path(__file__).parents[2]
PLAIN = (
    "W?\n\n- [x] a\n  > why\n- [ ] b\n\n## Rationale\n\nSo.\n",
    "One.\nTwo.\n\nW?\n\n* [X] a\n  b\n\n  > c\n  > d\n\n* [ ] b\n## Hint\nSo.\n\nThus.\n",
    "| a | b |\n|---|---|\n| 1 | 2 |\n\nW?\n\n- [x] a\n- [ ] b\n",
    "```python\n- [x] a\n## b\n```\n\nW?\n\n- [x] a\n- [ ] b\n",
    "W?\n\n## Answer\n\n- 42 kg\n  > why\n- [4, 5] s\n\n## Notes\n\nMine.\n",
    "W?\n\n## Answer\n\nNone.\n",
    "A [____](#gap-a)\nand [____](#gap-b).\n\n## Gap a\n\n- [x] c\n  > why\n- [ ] d\n\n## Gap b\n\n- e\n- f\n",
    "A [____](#gap-a).\n\n## Gap a\n\nNone.\n\n## Gap b\n",
    "",
    "\n\n",
)
PIECES = (
    "- [x] ", "- [ ] ", "* [ ] ", "+ [X] ", "- ", "  > ", "  >", "> ", "    ", "  ", " ", "\t", "\n", "\n\n", "  \n",
    "## Answer\n", "## Gap a\n", "[____](#gap-a)", "## Rationale\n", "## ", "###", "# x\n", "===", "---",
    "$", "$$\n", "\\", "`", "```\n", "~~~",
    "| a | b |\n", "|---|---|\n", "|", "![](", "[a](b)", "[1]: x\n", "[4, 5]", "<b>", "<!--", "&nbsp;", "**", "_",
    "*", "__", "***", "1. ", "2) ", "10.", "3.5", "/a/", "(x)", "( ) ", "[ ] ", "[x] ", "\u00a0", "\u2028", "\x85",
    "\u200b", "é", "日本", "−5", "?", "!", ":", ":-", "#", "+", "=", "~", "{", "a", "b c", "5", "٣",
)  # fmt: skip


def passage(found: Passage | None) -> object:
    return found and (found.lines, passage_tree(found))


def entry(found: Entry) -> object:
    return found.mark, passage(found.text), passage(found.feedback), found.line, found.column


def view(body: Body) -> Iterator[object]:
    """All that a body says, parsed."""
    yield passage(body.stem)
    yield [list(map(entry, entries)) for entries in body.option_lists]
    yield passage(body.after_options)
    for section in body.sections:
        yield section.title, section.heading, passage(section.body), list(map(entry, section.entries))
    yield body.definitions


def hold(text: str, has_options: bool) -> bool:
    """Whether the plain reader gave a body; it is the parser's then."""
    found = plain_body.read(text, 7, has_options=has_options)
    if found is None:
        return False
    assert list(view(found)) == list(view(blocks.parse(text, 7, has_options=has_options)))
    return True


@pytest.mark.parametrize("text", PLAIN)
def test_plain_bodies_are_read_here(text: str) -> None:
    assert hold(text, has_options=True)


@pytest.mark.parametrize("folder", ["bank/items", "examples"])
def test_our_own_items(folder: str) -> None:
    bodies = [front_matter.split(path.read_text("utf-8"))[1] for path in (ROOT / folder).rglob("*.md")]
    plain = [hold(body, has_options=True) for body in bodies]
    assert sum(plain) > len(plain) / 2, "what nearly all items have"


@pytest.mark.parametrize(
    "text",
    [
        "W?\n\n- [x] a\n\n  b\n- [ ] c\n",
        "W?\n\n- [x] a\nlazy\n- [ ] c\n",
        "W?\n\n- [x] a\n  > b\n  lazy\n",
        "W?\n\n- [x] a\n* [ ] b\n",
        "W?\n\n- [x] a\n- [ ] b\n\nAfter.\n",
        "a | b\n--|--\n",
        "W?\n===\n",
        "```\nnever closed\n",
        "W?\u00a0\n",
    ],
)
def test_what_is_not_plain_is_left_to_the_parser(text: str) -> None:
    assert plain_body.read(text, 1) is None


@st.composite
def changed(draw: st.DrawFn) -> str:
    """A plain body after one to four changes to its lines."""
    bodies = (*PLAIN, *(front_matter.split(text)[1] for text in REAL))
    lines = draw(st.sampled_from(bodies)).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        row = draw(st.integers(0, len(lines) - 1))
        piece = draw(st.sampled_from(PIECES))
        before, after = draw(st.sampled_from([(piece, ""), ("", piece), (piece + "\n", ""), ("", "\n" + piece)]))
        lines[row] = before + draw(st.sampled_from(["", lines[row], lines[row]])) + after
        lines = "\n".join(lines).split("\n")
    return "\n".join(lines)


made = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@settings(max_examples=600, deadline=None)
@given(text=changed() | made | texts, has_options=st.booleans())
@example(text="x \x85", has_options=True)
def test_any_body(text: str, has_options: bool) -> None:
    hold(text, has_options)


@given(st.text(max_size=3) | st.characters().map(lambda first: first + " a"))
def test_the_quick_look_at_a_line_is_that_of_the_expression(line: str) -> None:
    if "\n" not in line:
        assert plain_body.kinds_of([line]) == [plain_body.kind_of(line)]
