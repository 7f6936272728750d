"""The canonical Markdown of a tree: read back as the same tree, and always the same text."""

import pytest
from hypothesis import example, given
from tests.strategies.trees import blocks

from exambank.richtext.from_tokens import parsed, tree
from exambank.richtext.markdown import markdown, reads_back
from exambank.richtext.tree import Block, Image, Paragraph, Table, Text
from exambank.syntax.markdown import block_tokens

CASES = {
    "money stays plain": ("It costs $200, not $100.", "It costs $200, not $100."),
    "money beside a formula": ("$x$ is \\$5 of $y$", "$x$ is $5 of $y$"),
    "money that would be a formula": ("\\$x and y\\$", "\\$x and y\\$"),
    "bullets are stars, for hyphens are options": ("- a\n- b\n  - c", "* a\n* b\n  * c"),
    "two lists in a row stay two": ("* a\n\n- b", "* a\n\n+ b"),
    "a loose list stays loose": ("- a\n\n- b", "* a\n\n* b"),
    "numbers count on": ("3. a\n3. b", "3. a\n4. b"),
    "a table": ("|a|b|\n|:-|-:|\n|1|`x`|", "| a | b |\n| :-- | --: |\n| 1 | `x` |"),
    "a bar in a cell": ("| a |\n|---|\n| x \\| y |", "| a |\n| --- |\n| x \\| y |"),
    "indented code gets a fence": ("    if x:\n      y", "```\nif x:\n  y\n```"),
    "a fence in code": ("````\n```\n````", "````\n```\n````"),
    "a picture's words": ('![a \\[b\\]](x.png "t \\" q")', '![a \\[b\\]](x.png "t \\" q")'),
    "a picture's path with a space": ("![a](<x y.png>)", "![a](x%20y.png)"),
    "emphasis by stars": ("_a_ and __b__", "*a* and **b**"),
    "what would be markup is escaped": ("1\\. a \\*b\\* \\<c\\>", "1\\. a \\*b\\* \\<c>"),
    "a heading of two lines": ("a *b\nc*\nd\n---", "## a *b c* d"),
    "a rule": ("***", "---"),
    "a break that shows": ("a  \nb", "a\\\nb"),
    "a formula of its own": ("$$\na + b\n$$", "$$\na + b\n$$"),
    "a formula of its own in a quotation": ("> $$\n> x^2\n> $$", "> $$\n> x^2\n> $$"),
    "a quotation": ("> a\n>\n> b", "> a\n>\n> b"),
    "right to left": ("السؤال **مهم**", "السؤال **مهم**"),
}


@pytest.mark.parametrize("name", CASES)
def test_source_becomes_canonical(name: str) -> None:
    source, wanted = CASES[name]
    blocks_ = tree(block_tokens(source))
    text = markdown(blocks_)
    assert text == wanted
    assert reads_back(text, blocks_)
    assert markdown(tree(block_tokens(text))) == text


@given(blocks)
@example(Table(("",), ((Text("x0y"), Text("_a_ `b`")),), ()))  # two texts side by side are one when read back
def test_what_reads_back_is_stable(block: Block) -> None:
    text = markdown((block,))
    if reads_back(text, (block,)):
        assert markdown(tree(block_tokens(text))) == text


@pytest.mark.parametrize(
    ("alternative", "written"),
    [
        ("a_b", "a_b"),
        ("5 * 3 < 20", "5 * 3 < 20"),
        ("_a_ b", r"\_a\_ b"),
        ("xy](a.png)![_a_ b`", r"xy\](a.png)!\[\_a\_ b\`"),
        ("`x`", r"\`x\`"),
        ("&amp;", r"\&amp;"),
        (r"a\_b_", r"a\\\_b\_"),
    ],
)
def test_marks_of_an_alternative_text_are_escaped_where_they_would_be_marks(alternative: str, written: str) -> None:
    picture = (Paragraph((Image("a.png", alternative, ""),)),)
    assert markdown(picture) == f"![{written}](a.png)"
    assert parsed(markdown(picture)) == picture
