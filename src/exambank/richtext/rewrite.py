"""A tree with its pictures renamed, without raw HTML, in the one form that equal texts share."""

from collections.abc import Callable, Iterable

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
    Strong,
    Table,
    Text,
    Tree,
)

Rename = Callable[[str], str]


def rewritten(blocks: Tree, picture: Rename) -> Tree:
    """The tree with pictures renamed; raw HTML, empty paragraphs and empty texts fall away, neighbouring texts join."""
    found = (_block(block, picture) for block in blocks if not isinstance(block, HtmlBlock))
    return tuple(block for block in found if not (isinstance(block, Paragraph) and not block.children))


def _block(block: Block, picture: Rename) -> Block:
    match block:
        case Paragraph(children):
            return Paragraph(_inlines(children, picture))
        case Heading(level, children):
            return Heading(level, _inlines(children, picture))
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


def _inlines(inlines: Iterable[Inline], picture: Rename) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for inline in inlines:
        match inline:
            case Text(text):
                if found and isinstance(found[-1], Text):
                    text = found.pop().text + text  # type: ignore[union-attr]
                if text:
                    found.append(Text(text))
            case InlineHtml():
                pass
            case Emphasis(children):
                found.append(Emphasis(_inlines(children, picture)))
            case Strong(children):
                found.append(Strong(_inlines(children, picture)))
            case Link(target, title, children):
                found.append(Link(target, title, _inlines(children, picture)))
            case Image(source, alternative, title):
                found.append(Image(picture(source), alternative, "" if title == "decorative" else title))
            case _:
                found.append(inline)
    return tuple(found)
