"""The dialect: what is math, what is money, and what a table is."""

import time

import pytest

from exambank.syntax.markdown import block_tokens, closing_dollar, inline_tokens


def math(text: str) -> list[str]:
    return [token.content for token in inline_tokens(text) if token.type == "math_inline"]


@pytest.mark.parametrize(
    ("text", "formulae"),
    [
        ("$x$", ["x"]),
        ("a $x^2$ b $y$", ["x^2", "y"]),
        ("$5", []),
        ("$5 and $10", []),
        ("It costs $5, or 10$ there", ["5, or 10"]),
        ("between $5 and $x$", ["x"]),
        ("$x$ and $5", ["x"]),
        ("from $3$ to 4", ["3"]),
        ("$ x$", []),
        ("$x $", []),
        ("$x$5", []),
        ("$20,000 and $30,000$", ["30,000"]),
        ("US$5 and US$6", []),
        (r"\$x$", []),
        (r"$x\$", []),
        (r"$x\$y$", [r"x\$y"]),
        (r"$a\\$", [r"a\\"]),
        ("$$", []),
        ("$$$", []),
        ("`$x$`", []),
        ("**$x$**", ["x"]),
        ("($x$)", ["x"]),
        ("$x$-axis", ["x"]),
        ("価格は$5、$xです", ["5、"]),
        ("式$x$です", ["x"]),
        ("$a\nb$", ["a\nb"]),
        ("$x$٥", []),
    ],
)
def test_a_dollar_is_math_only_by_pandocs_rule(text: str, formulae: list[str]) -> None:
    assert math(text) == formulae


def test_a_long_formula_has_an_end() -> None:
    assert closing_dollar("x" * 1999 + "$", 0, 2000) == 1999
    assert math("$" + "x" * 2001 + "$") == []
    started = time.perf_counter()
    math("$x " * 5_000)
    assert time.perf_counter() - started < 5


def kinds(text: str) -> list[str]:
    return [token.type for token in block_tokens(text)]


def test_tables_and_math_blocks_are_blocks() -> None:
    assert "table_open" in kinds("| a | b |\n|---|---|\n| 1 | 2 |\n")
    assert "math_block" in kinds("$$\nx^2\n$$\n")
    assert "math_block" in kinds("$$x^2$$\n")


def test_what_the_dialect_has_not() -> None:
    """Strikethrough, bare addresses, footnotes and smart quotes are text."""
    types = {token.type for token in inline_tokens('~~a~~ https://example.org [^1] "q" (c)')}
    assert types == {"text"}


def test_inlines_are_parsed_when_they_are_asked_for() -> None:
    (inline,) = (token for token in block_tokens("a *b*\n") if token.type == "inline")
    assert not inline.children
