"""The tree as plain text: what a reader reads, with code, formulae and pictures by their words."""

from collections.abc import Iterable, Iterator

from exambank.richtext.tree import (
    Block,
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
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
    Strong,
    Table,
    Text,
    Tree,
)

SPANS = (Emphasis, Strong, Link)  # made once: a union is made anew at each look


def plain(blocks: Tree) -> str:
    """The text of all blocks, one line a block, table row or list entry."""
    return "\n".join(line for block in blocks for line in _lines(block) if line)


def plain_inlines(inlines: Iterable[Inline]) -> str:
    """The text of inlines on one line."""
    return "".join(map(_inline, inlines))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(children) | Heading(_, children):
            yield plain_inlines(children)
        case CodeBlock(text, _) | MathBlock(text):
            yield text.rstrip("\n")
        case Quote(children):
            yield plain(children)
        case BulletList(items) | OrderedList(items):
            yield from map(plain, items)
        case Table(_, header, rows):
            for row in (header, *rows):
                yield " | ".join(map(plain_inlines, row))
        case Rule() | HtmlBlock():
            return


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text) | Code(text) | Math(text):
            return text
        case Emphasis(children) | Strong(children) | Link(_, _, children):
            return plain_inlines(children)
        case Image(_, alternative, _):
            return alternative
        case InlineHtml():
            return ""
    return " "


def inlines_of(blocks: Tree) -> Iterator[Inline]:
    """Every inline of the tree, in reading order, parents before children."""
    for block in blocks:
        match block:
            case Paragraph(children) | Heading(_, children):
                yield from _descend(children)
            case Quote(inner):
                yield from inlines_of(inner)
            case BulletList(items) | OrderedList(items):
                for item in items:
                    yield from inlines_of(item)
            case Table(_, header, rows):
                for row in (header, *rows):
                    for cell in row:
                        yield from _descend(cell)
            case _:
                pass


def _descend(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for inline in inlines:
        yield inline
        if isinstance(inline, SPANS):
            yield from _descend(inline.children)


def blocks_of(blocks: Tree) -> Iterator[Block]:
    """Every block of the tree, in reading order, parents before children."""
    for block in blocks:
        yield block
        match block:
            case Quote(children):
                yield from blocks_of(children)
            case BulletList(items) | OrderedList(items):
                for item in items:
                    yield from blocks_of(item)
            case _:
                pass
