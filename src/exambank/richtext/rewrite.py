"""A tree with its pictures renamed, without raw HTML, in the one form that equal texts share."""

from collections.abc import Callable, Iterable, Iterator

from exambank.richtext.tree import (
    Block,
    BulletList,
    Emphasis,
    Heading,
    HtmlBlock,
    Image,
    Inline,
    InlineHtml,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    SoftBreak,
    Strong,
    Table,
    Text,
    Tree,
)
from exambank.richtext.white_space import folded, is_folded

Rename = Callable[[str], str]


def rewritten(blocks: Tree, picture: Rename) -> Tree:
    """The tree with pictures renamed; raw HTML and empty paragraphs fall away, white space is folded as HTML does."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        children = blocks[0].children
        if len(children) == 1 and isinstance(children[0], Text) and is_folded(children[0].text):
            return blocks  # most texts of an item are one plain sentence
    found = (_block(block, picture) for block in blocks if not isinstance(block, HtmlBlock))
    return tuple(block for block in found if not (isinstance(block, Paragraph) and not block.children))


def _block(block: Block, picture: Rename) -> Block:
    match block:
        case Paragraph(children):
            return Paragraph(_inlines(children, picture))
        case Heading(level, children):
            return Heading(level, _inlines(_on_one_line(children), picture))
        case Quote(children):
            return Quote(rewritten(children, picture))
        case BulletList(items, tight):
            return BulletList(tuple(rewritten(item, picture) for item in items), tight)
        case OrderedList(items, tight, start):
            return OrderedList(tuple(rewritten(item, picture) for item in items), tight, start)
        case Table(alignments, header, rows):
            cells = tuple(tuple(_inlines(cell, picture) for cell in row) for row in (header, *rows))
            return Table(alignments, cells[0], cells[1:])
        case _:
            return block


def _on_one_line(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """A heading's inlines with spaces for the breaks between its lines, as its canonical Markdown has but one."""
    for inline in inlines:
        match inline:
            case SoftBreak():
                yield Text(" ")
            case Emphasis(children):
                yield Emphasis(tuple(_on_one_line(children)))
            case Strong(children):
                yield Strong(tuple(_on_one_line(children)))
            case Link(target, title, children):
                yield Link(target, title, tuple(_on_one_line(children)))
            case _:
                yield inline


def _inlines(inlines: Iterable[Inline], picture: Rename, *, is_whole: bool = True) -> tuple[Inline, ...]:
    return folded(
        (_inline(inline, picture) for inline in inlines if not isinstance(inline, InlineHtml)), is_whole=is_whole
    )


def _inline(inline: Inline, picture: Rename) -> Inline:
    match inline:
        case Emphasis(children):
            return Emphasis(_inlines(children, picture, is_whole=False))
        case Strong(children):
            return Strong(_inlines(children, picture, is_whole=False))
        case Link(target, title, children):
            return Link(target, title, _inlines(children, picture, is_whole=False))
        case Image(source, alternative, title):
            return Image(picture(source), alternative, "" if title == "decorative" else title)
        case _:
            return inline
