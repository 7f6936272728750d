"""The tree as canonical Markdown, by mdformat's renderer."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby
from types import SimpleNamespace
from typing import Any

from markdown_it.token import Token
from mdformat.renderer import MDRenderer, RenderContext, RenderTreeNode

from exambank.richtext.from_tokens import tree as tree_of
from exambank.richtext.rewrite import rewritten
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
from exambank.syntax.markdown import block_tokens

BULLET = "*"  # `-` is for options, which often follow a list at the end of a stem
OTHER_BULLET = "+"
MARKS = re.compile(r"[*_`<&~$]")
GAP = re.compile(r"#gap-[a-z0-9-]+")
RULES = {"left": ":--", "center": ":-:", "right": "--:", "": "---"}


def markdown(blocks: Tree) -> str:
    """The canonical Markdown of a tree; a dollar sign is escaped only where it would be read as math.

    A tree that no Markdown gives (emphasis within emphasis, say) comes as near as mdformat's renderer gets; ask
    `reads_back` where that matters.
    """
    plain = _rendered(blocks, _text)
    if "$" not in plain or reads_back(plain, blocks):
        return plain
    return _rendered(blocks, _text_without_money)


def reads_back(source: str, blocks: Tree) -> bool:
    """Whether Markdown is read as this tree, white space folded as HTML does."""
    found = tree_of(block_tokens(source))
    return _same(found) == _same(blocks)


def _same(blocks: Tree) -> Tree:
    return rewritten(blocks, str)


def _rendered(blocks: Tree, text: Callable[[str, RenderTreeNode, RenderContext], str]) -> str:
    tokens = list(_blocks(blocks, 0))
    if not tokens:
        return ""
    extension = _extension(text)
    options = {"parser_extension": [extension], "mdformat": {"wrap": "keep", "number": True}, "store_labels": False}
    env: dict[str, Any] = {"used_refs": set(), "references": {}}
    return MDRenderer().render(tokens, options, env, finalize=False).strip("\n")


@cache
def _extension(text: Callable[[str, RenderTreeNode, RenderContext], str]) -> SimpleNamespace:
    return SimpleNamespace(
        CHANGES_AST=False,
        RENDERERS={
            "math_inline": lambda node, _: f"${node.content}$",
            "math_block": lambda node, _: f"$$\n{node.content}\n$$",
            "table": _table,
            "bullet_list": _bullets,
            "hr": lambda _node, _: "---",
        },
        POSTPROCESSORS={"text": text, "image": _image},
    )


def _text(text: str, _node: RenderTreeNode, _context: RenderContext) -> str:
    return text


def _text_without_money(text: str, _node: RenderTreeNode, _context: RenderContext) -> str:
    return text.replace("$", "\\$")


def _image(_text: str, node: RenderTreeNode, _context: RenderContext) -> str:
    """mdformat leaves marks in alternative texts and quotes in titles as they are."""
    alternative = _alternative(node.content)
    source = str(node.attrs["src"])
    target = f"<{source}>" if " " in source or not source else source
    title = node.attrs.get("title")
    mark = ' "{}"'.format(str(title).replace('"', '\\"')) if title is not None else ""
    return f"![{alternative}]({target}{mark})"


def _alternative(text: str) -> str:
    """An alternative text, its brackets escaped; other marks only where they would be read as marks."""
    escaped = text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    if MARKS.search(text) and not reads_back(f"![{escaped}](a)", (Paragraph((Image("a", text, ""),)),)):
        return MARKS.sub(r"\\\g<0>", escaped)
    return escaped


def _bullets(node: RenderTreeNode, context: RenderContext) -> str:
    """mdformat's own begins with `-`, and would join the list with options below it."""
    items: list[str] = []
    for item in node.children:
        first, *rest = item.render(context).split("\n")
        lines = [f"{node.markup} {first}".rstrip(), *(f"  {line}" if line else "" for line in rest)]
        items.append("\n".join(lines))
    is_tight = all(child.hidden for item in node.children for child in item.children if child.type == "paragraph")
    return ("\n" if is_tight else "\n\n").join(items)


def _table(node: RenderTreeNode, context: RenderContext) -> str:
    rows = [[_cell(cell, context) for cell in row.children] for part in node.children for row in part.children]
    header = node.children[0].children[0].children
    alignments = [str(cell.attrs.get("style", "")).removeprefix("text-align:") for cell in header]
    lines = [rows[0], [RULES[side] for side in alignments], *rows[1:]]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _cell(cell: RenderTreeNode, context: RenderContext) -> str:
    text = "".join(child.render(context) for child in cell.children)
    return text.replace("\n", " ").replace("|", "\\|")


def _blocks(blocks: Tree, level: int) -> Iterator[Token]:
    previous: Block | None = None
    marker = BULLET
    for block in blocks:
        is_list = isinstance(block, BulletList | OrderedList)
        is_next_list = is_list and type(block) is type(previous)
        marker = OTHER_BULLET if is_next_list and marker == BULLET else BULLET
        yield from _block(block, level, marker)
        previous = block


def _pair(name: str, tag: str, level: int, inside: Iterable[Token], **changes: Any) -> Iterator[Token]:
    yield Token(f"{name}_open", tag, 1, level=level, block=True, **changes)
    yield from inside
    yield Token(f"{name}_close", tag, -1, level=level, block=True, markup=changes.get("markup", ""))


def _inline_token(children: Iterable[Inline], level: int) -> Token:
    return Token("inline", "", 0, level=level, block=True, children=list(_inlines(children)))


def _block(block: Block, level: int, marker: str) -> Iterator[Token]:
    match block:
        case Paragraph(children):
            yield from _pair("paragraph", "p", level, [_inline_token(children, level + 1)])
        case Heading(depth, children):
            yield from _pair("heading", f"h{depth}", level, [_inline_token(children, level + 1)], markup="#" * depth)
        case CodeBlock(text, language):
            yield Token("fence", "code", 0, level=level, block=True, markup="```", info=language, content=_ended(text))
        case MathBlock(tex):
            yield Token("math_block", "math", 0, level=level, block=True, content=tex)
        case Quote(children):
            yield from _pair("blockquote", "blockquote", level, list(_blocks(children, level + 1)), markup=">")
        case BulletList(items, tight):
            yield from _pair("bullet_list", "ul", level, _items(items, tight, level + 1, marker), markup=marker)
        case OrderedList(items, tight, start):
            delimiter = "." if marker == BULLET else ")"
            inside = _items(items, tight, level + 1, delimiter)
            yield from _pair("ordered_list", "ol", level, inside, markup=delimiter, attrs={"start": start})
        case Table():
            yield from _pair("table", "table", level, _table_tokens(block, level + 1))
        case Rule():
            yield Token("hr", "hr", 0, level=level, block=True, markup="---")
        case HtmlBlock(html):
            yield Token("html_block", "", 0, level=level, block=True, content=html)


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else text + "\n"


def _items(items: Iterable[Tree], tight: bool, level: int, marker: str) -> Iterator[Token]:
    for item in items:
        inside = list(_blocks(item, level + 1))
        for token in inside:
            if token.level == level + 1 and token.type in ("paragraph_open", "paragraph_close"):
                token.hidden = tight
        yield from _pair("list_item", "li", level, inside, markup=marker, info="1" if marker in ".)" else "")


def _table_tokens(table: Table, level: int) -> Iterator[Token]:
    parts = (("thead", "th", (table.header,)), ("tbody", "td", table.rows))
    for name, tag, rows in parts:
        if rows:
            yield from _pair(
                name, name, level, [t for row in rows for t in _row(row, tag, table.alignments, level + 1)]
            )


def _row(cells: tuple[tuple[Inline, ...], ...], tag: str, sides: tuple[str, ...], level: int) -> Iterator[Token]:
    def inside() -> Iterator[Token]:
        for cell, side in zip(cells, sides, strict=True):
            style: dict[str, Any] = {"style": f"text-align:{side}"} if side else {}
            yield from _pair(tag, tag, level + 1, [_inline_token(cell, level + 2)], attrs=style)

    yield from _pair("tr", "tr", level, list(inside()))


def _joined(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Neighbouring texts as one, since what must be escaped at an end depends on what stands beyond it."""
    for is_text, run in groupby(inlines, lambda inline: isinstance(inline, Text)):
        if is_text:
            yield Text("".join(one.text for one in run if isinstance(one, Text)))
        else:
            yield from run


def _inlines(inlines: Iterable[Inline]) -> Iterator[Token]:
    for inline in _joined(inlines):
        match inline:
            case Text(text):
                yield Token("text", "", 0, content=text)
            case SoftBreak():
                yield Token("softbreak", "br", 0)
            case HardBreak():
                yield Token("hardbreak", "br", 0)
            case Code(text):
                yield Token("code_inline", "code", 0, content=text, markup="`")
            case Math(tex):
                yield Token("math_inline", "math", 0, content=tex, markup="$")
            case Emphasis(children):
                yield from _wrapped("em", "*", children, {})
            case Strong(children):
                yield from _wrapped("strong", "**", children, {})
            case Link():
                yield from _link(inline)
            case Image(source, alternative, title):
                named: dict[str, Any] = {"src": source, "alt": ""} | ({"title": title} if title else {})
                yield Token("image", "img", 0, attrs=named, content=alternative, children=[])
            case InlineHtml(html):
                yield Token("html_inline", "", 0, content=html)


def _link(link: Link) -> Iterator[Token]:
    """A link; a gap as it is, since mdformat would escape each of its marks, which are none within a link."""
    match link:
        case Link(target, "", (Text(text),)) if GAP.fullmatch(target) and not text.strip("_"):
            yield Token("html_inline", "", 0, content=f"[{text}]({target})")
        case Link(target, title, children):
            attributes: dict[str, Any] = {"href": target} | ({"title": title} if title else {})
            yield from _wrapped("link", "", children, attributes)


def _wrapped(name: str, markup: str, children: Iterable[Inline], attributes: dict[str, Any]) -> Iterator[Token]:
    yield Token(f"{name}_open", name, 1, markup=markup, attrs=attributes)
    yield from _inlines(children)
    yield Token(f"{name}_close", name, -1, markup=markup)
