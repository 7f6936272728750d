"""markdown-it's tokens into the tree."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from exambank.richtext.plain_blocks import plain_blocks
from exambank.richtext.tree import (
    Block,
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
    HardBreak,
    Heading,
    HtmlBlock,
    Image,
    Inline,
    InlineHtml,
    Link,
    Math,
    MathBlock,
    OrderedList,
    Paragraph,
    Quote,
    Rule,
    SoftBreak,
    Strong,
    Table,
    Text,
    Tree,
)

if TYPE_CHECKING:
    from markdown_it.token import Token

    from exambank.syntax.body import Passage

MARKUP = re.compile(r"[\\`*_\[\]<&\n\t\0]")
FORMULA_END = re.compile(r"\S\$(?!\d)")  # what stands wherever a formula ends, and seldom where money is meant


def has_markup(text: str) -> bool:
    """Whether inline Markdown may be something else than its own text; never false where it is."""
    if MARKUP.search(text) is not None or "  " in text:
        return True
    return "$" in text and FORMULA_END.search(text, text.find("$") + 1) is not None


def passage_tree(passage: "Passage") -> Tree:
    """The blocks of a passage."""
    if passage.paragraphs is not None:
        return tuple([Paragraph(inlines(content)) for content in passage.paragraphs])
    return tree(passage.tokens) if passage.tokens is not None else parsed(passage.source)


def parsed(source: str) -> Tree:
    """The blocks of a Markdown text."""
    plain = plain_blocks(source)
    if plain is not None:
        return plain
    from exambank.syntax.markdown import block_tokens  # loads the parser, which plain paragraphs do without

    return tree(block_tokens(source))


def tree(tokens: Sequence["Token"]) -> Tree:
    """The blocks of a run of complete block tokens."""
    blocks, _ = _blocks(tokens, 0, None)
    return blocks


def _blocks(tokens: Sequence["Token"], at: int, until: str | None) -> tuple[Tree, int]:
    blocks: list[Block] = []
    while at < len(tokens):
        token = tokens[at]
        if token.type == until:
            return tuple(blocks), at + 1
        make = _BLOCKS.get(token.type)
        if make is None:
            at += 1
            continue
        block, at = make(tokens, at)
        blocks.append(block)
    return tuple(blocks), at


def _paragraph(tokens: Sequence["Token"], at: int) -> tuple[Block, int]:
    return Paragraph(inlines(tokens[at + 1].content)), at + 3


def _heading(tokens: Sequence["Token"], at: int) -> tuple[Block, int]:
    return Heading(int(tokens[at].tag[1]), inlines(tokens[at + 1].content)), at + 3


def _quote(tokens: Sequence["Token"], at: int) -> tuple[Block, int]:
    children, at = _blocks(tokens, at + 1, "blockquote_close")
    return Quote(children), at


def _items(tokens: Sequence["Token"], at: int, until: str) -> tuple[tuple[Tree, ...], bool, int]:
    items: list[Tree] = []
    first = at + 1
    while tokens[first].type != until:
        children, first = _blocks(tokens, first + 1, "list_item_close")
        items.append(children)
    level = tokens[at].level + 2
    paragraphs = [t for t in tokens[at:first] if t.type == "paragraph_open" and t.level == level]
    tight = all(token.hidden for token in paragraphs)
    return tuple(items), tight, first + 1


def _bullets(tokens: Sequence["Token"], at: int) -> tuple[Block, int]:
    items, tight, end = _items(tokens, at, "bullet_list_close")
    return BulletList(items, tight), end


def _numbers(tokens: Sequence["Token"], at: int) -> tuple[Block, int]:
    items, tight, end = _items(tokens, at, "ordered_list_close")
    return OrderedList(items, tight, int(tokens[at].attrs.get("start", 1))), end


def _code(tokens: Sequence["Token"], at: int) -> tuple[Block, int]:
    words = tokens[at].info.split()
    return CodeBlock(tokens[at].content, words[0] if words else ""), at + 1


def _math_block(tokens: Sequence["Token"], at: int) -> tuple[Block, int]:
    return MathBlock(tokens[at].content.strip()), at + 1


def _rule(_tokens: Sequence["Token"], at: int) -> tuple[Block, int]:
    return Rule(), at + 1


def _html(tokens: Sequence["Token"], at: int) -> tuple[Block, int]:
    return HtmlBlock(tokens[at].content), at + 1


def _table(tokens: Sequence["Token"], at: int) -> tuple[Block, int]:
    rows: list[tuple[tuple[Inline, ...], ...]] = []
    alignments: list[str] = []
    cells: list[tuple[Inline, ...]] = []
    at += 1
    while tokens[at].type != "table_close":
        token = tokens[at]
        if token.type == "tr_close":
            rows.append(tuple(cells))
            cells = []
        elif token.type in ("th_open", "td_open"):
            if token.type == "th_open":
                alignments.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
            cells.append(inlines(tokens[at + 1].content))
        at += 1
    return Table(tuple(alignments), rows[0], tuple(rows[1:])), at + 1


_BLOCKS: dict[str, Callable[[Sequence["Token"], int], tuple[Block, int]]] = {
    "paragraph_open": _paragraph,
    "heading_open": _heading,
    "blockquote_open": _quote,
    "bullet_list_open": _bullets,
    "ordered_list_open": _numbers,
    "fence": _code,
    "code_block": _code,
    "math_block": _math_block,
    "hr": _rule,
    "html_block": _html,
    "table_open": _table,
}


def inlines(content: str) -> tuple[Inline, ...]:
    """The inlines of a paragraph's, heading's or cell's Markdown."""
    if not has_markup(content):
        return (Text(content),) if content else ()
    from exambank.syntax.markdown import inline_tokens

    found, _ = _inlines(inline_tokens(content), 0, None)
    return found


def _inlines(tokens: Sequence["Token"], at: int, until: str | None) -> tuple[tuple[Inline, ...], int]:
    found: list[Inline] = []
    while at < len(tokens):
        token = tokens[at]
        kind = token.type
        at += 1
        if kind in ("text", "text_special"):  # the latter are escapes and entities
            _add_text(found, token.content)
        elif kind == until:
            return tuple(found), at
        elif kind == "em_open":
            children, at = _inlines(tokens, at, "em_close")
            found.append(Emphasis(children))
        elif kind == "strong_open":
            children, at = _inlines(tokens, at, "strong_close")
            found.append(Strong(children))
        elif kind == "link_open":
            children, at = _inlines(tokens, at, "link_close")
            found.append(Link(str(token.attrs["href"]), str(token.attrs.get("title", "")), children))
        else:
            found.append(_leaf(token))
    return tuple(found), at


def _add_text(found: list[Inline], text: str) -> None:
    if not text:
        return
    if found and isinstance(found[-1], Text):
        text = found.pop().text + text  # type: ignore[union-attr]
    found.append(Text(text))


def _leaf(token: "Token") -> Inline:
    kind = token.type
    if kind == "softbreak":
        return SoftBreak()
    if kind == "hardbreak":
        return HardBreak()
    if kind == "code_inline":
        return Code(token.content)
    if kind == "math_inline":
        return Math(token.content)
    if kind == "image":
        return Image(str(token.attrs["src"]), _alternative(token), str(token.attrs.get("title", "")))
    return InlineHtml(token.content)


def _alternative(token: "Token") -> str:
    return "".join(
        child.content if child.type != "softbreak" else " "
        for child in token.children or []
        if child.content or child.type == "softbreak"
    )
