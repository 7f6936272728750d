"""The tree as XHTML, without namespaces or declarations, for formats to put in their own envelopes."""

from collections.abc import Callable, Iterable

from msgspec import Struct

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


def escape(text: str) -> str:
    """Text for XML content; characters that XML 1.0 cannot hold become U+FFFD."""
    if not text.isprintable():
        text = "".join(
            c
            if (c >= " " and not "\ufffe" <= c <= "\uffff" and not "\ud800" <= c <= "\udfff") or c in "\t\n"
            else "\ufffd"
            for c in text
        )
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Text for a double-quoted XML attribute."""
    return escape(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


class Dialect(Struct, frozen=True):
    """What differs between targets: how a formula is written, and where a picture is found.

    `math` takes the TeX and whether it stands as a block; `picture` takes the source as authored; `align` begins the
    class names that align cells, `title` names the attribute for the titles of links and pictures. Where lists always
    count from 1, as in QTI 2.1, `counts_from_one` writes other numbers into the entries. `code_in_pre` puts
    a code block's text into an element of its own, as HTML pages do.
    """

    math: Callable[[str, bool], str]
    picture: Callable[[str], str]
    align: str = "align-"
    title: str = "title"
    counts_from_one: bool = False
    code_in_pre: bool = True


def xhtml(blocks: Tree, dialect: Dialect) -> str:
    """The blocks, one after another, without white space between them."""
    return "".join([_block(block, dialect) for block in blocks])


def xhtml_inlines(inlines: Iterable[Inline], dialect: Dialect) -> str:
    """Inlines alone, for places that hold no blocks."""
    return "".join([_inline(inline, dialect) for inline in inlines])


def _block(block: Block, dialect: Dialect) -> str:
    match block:
        case Paragraph(children):
            return f"<p>{xhtml_inlines(children, dialect)}</p>"
        case Heading(level, children):
            return f"<h{level}>{xhtml_inlines(children, dialect)}</h{level}>"
        case CodeBlock():
            return _code_block(block, dialect)
        case MathBlock(tex):
            return dialect.math(tex, True)
        case Quote(children):
            return f"<blockquote>{xhtml(children, dialect)}</blockquote>"
        case BulletList(items, tight):
            return f"<ul>{_items(items, tight, dialect)}</ul>"
        case OrderedList():
            return _ordered(block, dialect)
        case Table():
            return _table(block, dialect)
        case Rule():
            return "<hr/>"
        case HtmlBlock():
            return ""


def _code_block(block: CodeBlock, dialect: Dialect) -> str:
    mark = f' class="language-{attribute(block.language)}"' if block.language else ""
    text = escape(block.text)
    return f"<pre><code{mark}>{text}</code></pre>" if dialect.code_in_pre else f"<pre{mark}>{text}</pre>"


def _items(items: tuple[Tree, ...], tight: bool, dialect: Dialect) -> str:
    return "".join(f"<li>{_item(item, tight, dialect)}</li>" for item in items)


def _item(item: Tree, tight: bool, dialect: Dialect) -> str:
    if not tight:
        return xhtml(item, dialect)
    return "".join(
        xhtml_inlines(block.children, dialect) if isinstance(block, Paragraph) else _block(block, dialect)
        for block in item
    )


def _ordered(block: OrderedList, dialect: Dialect) -> str:
    if block.start != 1 and dialect.counts_from_one:
        return _numbered(block.items, block.tight, block.start, dialect)
    mark = f' start="{block.start}"' if block.start != 1 else ""
    return f"<ol{mark}>{_items(block.items, block.tight, dialect)}</ol>"


def _numbered(items: tuple[Tree, ...], tight: bool, start: int, dialect: Dialect) -> str:
    written: list[str] = []
    for number, item in enumerate(items, start):
        mark = f'<span class="number">{number}. </span>'
        inner = _item(item, tight, dialect)
        written.append(f"<p>{mark}{inner[3:]}" if inner.startswith("<p>") else mark + inner)
    entries = "".join(f"<li>{entry}</li>" for entry in written)
    return f'<ul class="start-{start}">{entries}</ul>'


def _table(table: Table, dialect: Dialect) -> str:
    def row(cells: tuple[tuple[Inline, ...], ...], tag: str) -> str:
        inner = "".join(
            f"<{tag}{_alignment(side, dialect)}>{xhtml_inlines(cell, dialect)}</{tag}>"
            for cell, side in zip(cells, table.alignments, strict=True)
        )
        return f"<tr>{inner}</tr>"

    body = "".join(row(cells, "td") for cells in table.rows)
    head = row(table.header, "th")
    if not body:  # QTI 2 wants a tbody in every table
        return f"<table><tbody>{head}</tbody></table>"
    return f"<table><thead>{head}</thead><tbody>{body}</tbody></table>"


def _alignment(side: str, dialect: Dialect) -> str:
    return f' class="{dialect.align}{side}"' if side else ""


def _inline(inline: Inline, dialect: Dialect) -> str:
    match inline:
        case Text(text):
            return escape(text)
        case SoftBreak():
            return "\n"
        case HardBreak():
            return "<br/>"
        case Code(text):
            return f"<code>{escape(text)}</code>"
        case Math(tex):
            return dialect.math(tex, False)
        case Emphasis(children):
            return f"<em>{xhtml_inlines(children, dialect)}</em>"
        case Strong(children):
            return f"<strong>{xhtml_inlines(children, dialect)}</strong>"
        case Link(target, title, children):
            mark = f' {dialect.title}="{attribute(title)}"' if title else ""
            return f'<a href="{attribute(target)}"{mark}>{xhtml_inlines(children, dialect)}</a>'
        case Image(source, alternative, title):
            mark = f' {dialect.title}="{attribute(title)}"' if title and title != "decorative" else ""
            return f'<img src="{attribute(dialect.picture(source))}" alt="{attribute(alternative)}"{mark}/>'
        case InlineHtml():
            return ""


def tex_in_text(tex: str, block: bool) -> str:
    r"""A formula as `\(…\)` or `\[…\]`, which LMSs with MathJax show."""
    return escape(rf"\[{tex}\]" if block else rf"\({tex}\)")


PLAIN = Dialect(math=tex_in_text, picture=lambda source: source)
