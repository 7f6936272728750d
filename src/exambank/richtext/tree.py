"""The tree of a rich text: blocks that hold blocks or inlines. What is not here, an item cannot say."""

from msgspec import Struct


class Text(Struct, frozen=True):
    """Characters, without line breaks."""

    text: str

    def __repr__(self) -> str:  # contents are compared by it; the generated one takes five times as long
        return f"Text(text={self.text!r})"


class SoftBreak(Struct, frozen=True):
    """A line break in the source that means no more than a space."""


class HardBreak(Struct, frozen=True):
    """A line break that shows."""


class Code(Struct, frozen=True):
    """Code within a line."""

    text: str


class Math(Struct, frozen=True):
    """A formula within a line, in TeX."""

    tex: str


class Emphasis(Struct, frozen=True):
    """Stressed text."""

    children: tuple["Inline", ...]


class Strong(Struct, frozen=True):
    """Strongly stressed text."""

    children: tuple["Inline", ...]


class Link(Struct, frozen=True):
    """A link; `title` is empty where there is none."""

    target: str
    title: str
    children: tuple["Inline", ...]


class Image(Struct, frozen=True):
    """A picture; `title` is "decorative" for an ornament, which needs no alternative text."""

    source: str
    alternative: str
    title: str


class InlineHtml(Struct, frozen=True):
    """A raw HTML tag or comment; no target gets it."""

    html: str


Inline = Text | SoftBreak | HardBreak | Code | Math | Emphasis | Strong | Link | Image | InlineHtml


class Paragraph(Struct, frozen=True):
    """A paragraph."""

    children: tuple[Inline, ...]

    def __repr__(self) -> str:
        return f"Paragraph(children={self.children!r})"


class Heading(Struct, frozen=True):
    """A heading of level 1 to 6."""

    level: int
    children: tuple[Inline, ...]


class CodeBlock(Struct, frozen=True):
    """Code, every byte kept; `language` is the first word after the fence, or empty."""

    text: str
    language: str


class MathBlock(Struct, frozen=True):
    """A formula of its own, in TeX."""

    tex: str


class Quote(Struct, frozen=True):
    """A quotation."""

    children: tuple["Block", ...]


class BulletList(Struct, frozen=True):
    """A list without order; a tight one shows its paragraphs as lines."""

    items: tuple[tuple["Block", ...], ...]
    tight: bool


class OrderedList(Struct, frozen=True):
    """A numbered list that counts from `start`."""

    items: tuple[tuple["Block", ...], ...]
    tight: bool
    start: int


class Table(Struct, frozen=True):
    """A table: alignments ("", "left", "center", "right"), a header row, and body rows of as many cells."""

    alignments: tuple[str, ...]
    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


class Rule(Struct, frozen=True):
    """A horizontal rule."""


class HtmlBlock(Struct, frozen=True):
    """A raw HTML block or comment; no target gets it."""

    html: str


Block = Paragraph | Heading | CodeBlock | MathBlock | Quote | BulletList | OrderedList | Table | Rule | HtmlBlock
Tree = tuple[Block, ...]
