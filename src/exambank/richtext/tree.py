"""The tree of a rich text: blocks that hold blocks or inlines. What is not here, an item cannot say."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Characters, without line breaks."""

    text: str

    def __repr__(self) -> str:  # contents are compared by it; the generated one takes five times as long
        return f"Text(text={self.text!r})"


@dataclass(frozen=True, slots=True)
class SoftBreak:
    """A line break in the source that means no more than a space."""


@dataclass(frozen=True, slots=True)
class HardBreak:
    """A line break that shows."""


@dataclass(frozen=True, slots=True)
class Code:
    """Code within a line."""

    text: str


@dataclass(frozen=True, slots=True)
class Math:
    """A formula within a line, in TeX."""

    tex: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed text."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Strongly stressed text."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link; `title` is empty where there is none."""

    target: str
    title: str
    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture; `title` is "decorative" for an ornament, which needs no alternative text."""

    source: str
    alternative: str
    title: str


@dataclass(frozen=True, slots=True)
class InlineHtml:
    """A raw HTML tag or comment; no target gets it."""

    html: str


Inline = Text | SoftBreak | HardBreak | Code | Math | Emphasis | Strong | Link | Image | InlineHtml


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]

    def __repr__(self) -> str:
        return f"Paragraph(children={self.children!r})"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6."""

    level: int
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Code, every byte kept; `language` is the first word after the fence, or empty."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class MathBlock:
    """A formula of its own, in TeX."""

    tex: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation."""

    children: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list without order; a tight one shows its paragraphs as lines."""

    items: tuple[tuple["Block", ...], ...]
    tight: bool


@dataclass(frozen=True, slots=True)
class OrderedList:
    """A numbered list that counts from `start`."""

    items: tuple[tuple["Block", ...], ...]
    tight: bool
    start: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table: alignments ("", "left", "center", "right"), a header row, and body rows of as many cells."""

    alignments: tuple[str, ...]
    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule."""


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """A raw HTML block or comment; no target gets it."""

    html: str


Block = Paragraph | Heading | CodeBlock | MathBlock | Quote | BulletList | OrderedList | Table | Rule | HtmlBlock
Tree = tuple[Block, ...]
