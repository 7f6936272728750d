"""The one Markdown dialect: CommonMark with tables and dollar math, parsed by markdown-it-py."""

from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin

MAX_NESTING = 20
MATH_LENGTH = 2000  # characters of one formula; bounds the look for a closing dollar


@cache
def parser() -> MarkdownIt:
    """The parser; one a process, it holds no state between calls."""
    markdown = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
    markdown.use(dollarmath_plugin, allow_labels=False)
    markdown.inline.ruler.at("math_inline", math_inline)
    return markdown


def block_tokens(text: str, environment: dict[str, Any] | None = None) -> list[Token]:
    """The tokens of a text's blocks; what stands in an inline token's `content` is parsed by `inline_tokens`.

    Many texts of an item are never looked into, and most of those that are hold no markup at all.
    """
    return block_parser().parse(text, environment)


@cache
def block_parser() -> MarkdownIt:
    """The parser less its inline stage."""
    markdown = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
    markdown.use(dollarmath_plugin, allow_labels=False)
    markdown.core.ruler.disable(["inline", "text_join"])
    return markdown


def inline_tokens(content: str) -> list[Token]:
    """The tokens of an inline token's content."""
    tokens: list[Token] = []
    parser().inline.parse(content, parser(), {}, tokens)
    return tokens


def math_inline(state: StateInline, silent: bool) -> bool:
    """`$…$` by Pandoc's rule: no space inside the dollars, no digit behind the closing one; else `$` is money.

    The plugin's own rule looks at the last character of the text when a dollar comes first (mdit-py-plugins 0.7.0),
    so that `$x$ and $5` holds no math.
    """
    start, source = state.pos + 1, state.src
    if source[state.pos] != "$" or start >= state.posMax or source[start] in " \t\n$":
        return False
    end = closing_dollar(source, start, min(state.posMax, start + MATH_LENGTH))
    if end is None:
        return False
    if not silent:
        token = state.push("math_inline", "math", 0)
        token.content = source[start:end]
        token.markup = "$"
    state.pos = end + 1
    return True


def closing_dollar(source: str, start: int, limit: int) -> int | None:
    """The offset of the dollar that closes math opened before `start`, if there is one."""
    end = source.find("$", start, limit)
    while end >= 0:
        backslashes = end - start - len(source[start:end].rstrip("\\"))
        followed_by_digit = source[end + 1 : end + 2].isdigit()
        if backslashes % 2 == 0:  # no dollar stands inside a formula but behind a backslash
            return None if followed_by_digit or source[end - 1] in " \t\n" else end
        end = source.find("$", end + 1, limit)
    return None
