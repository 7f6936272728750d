"""XHTML, as an lxml tree, back into the tree of a rich text: what `xhtml` wrote comes back as it was."""

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml.etree import XPath, _Element

from exambank.richtext.html_table import table
from exambank.richtext.tree import (
    Block,
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
    HardBreak,
    Heading,
    Image,
    Inline,
    Link,
    Math,
    MathBlock,
    OrderedList,
    Paragraph,
    Quote,
    Rule,
    Strong,
    Text,
    Tree,
)
from exambank.richtext.white_space import folded, is_folded, split

BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "ul", "ol", "table", "hr"})
CONTAINERS = frozenset({
    "div", "section", "article", "main", "header", "footer", "aside", "figure", "body", "html", "center", "form",
    "fieldset", "dl", "details",
})  # fmt: skip
TRANSPARENT = frozenset({"span", "font", "label", "bdi", "wbr"})  # without meaning that the tree could keep
DROPPED = frozenset({"script", "style", "head", "title", "template"})
TEX = re.compile(r"\\\((.+?)\\\)|\\\[(.+?)\\\]", re.DOTALL)
LANGUAGE = "language-"


def from_html(root: _Element, *, tex_in_text: bool = False) -> tuple[Tree, tuple[str, ...]]:
    r"""The children of `root` as blocks, and the names of elements that have no form in the tree.

    `tex_in_text` takes `\(…\)` and `\[…\]` in text for formulae.
    """
    plain = _plain(root)
    if plain is not None and not (tex_in_text and "\\" in plain):
        return (Paragraph((Text(plain),)),), ()
    reader = _Html(tex_in_text)
    blocks = tuple(reader.blocks(root))
    return blocks, tuple(dict.fromkeys(reader.unknown))


def _plain(root: _Element) -> str | None:
    """The text of an element that holds one sentence and nothing else, alone or in a `p`: most texts of an item."""
    element = root
    if len(root) == 1:
        element = root[0]
        if local_name(element) != "p" or not is_blank(root.text) or not is_blank(element.tail):
            return None
    text = element.text
    return text if len(element) == 0 and text and is_folded(text) else None


def is_blank(text: str | None) -> bool:
    """Whether there is nothing but what XML calls white space."""
    return not text or not text.strip(" \t\r\n")


def from_html_inlines(root: _Element, *, tex_in_text: bool = False) -> tuple[tuple[Inline, ...], tuple[str, ...]]:
    """The children of `root` as inlines; blocks among them are parted by line breaks."""
    reader = _Html(tex_in_text)
    inlines = reader.content(root)
    return inlines, tuple(dict.fromkeys(reader.unknown))


def local_name(element: _Element) -> str:
    """The element's name without namespace, in small letters; empty for comments and the like."""
    tag: object = element.tag
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


STRING = XPath("string()")


def text_of(element: _Element) -> str:
    """All characters inside, those of comments apart."""
    return str(STRING(element))


class _Html:
    """One reading; collects what had no form."""

    def __init__(self, tex_in_text: bool) -> None:
        self.tex_in_text = tex_in_text
        self.unknown: list[str] = []

    def blocks(self, parent: _Element) -> Iterator[Block]:
        """The children of an element that holds blocks; inlines among them make paragraphs."""
        run = self.text(parent.text)
        for child in parent:
            name = local_name(child)
            block = self.block(child, name)
            if block is None:
                self.inline(child, name, run)
            else:
                if run:
                    yield from _paragraphs(run)
                    run = []
                yield from block
            run += self.text(child.tail)
        if run:
            yield from _paragraphs(run)

    def block(self, element: _Element, name: str) -> list[Block] | None:
        """The element as blocks; None where it is an inline."""
        if name == "p":
            return self._paragraph(element)
        if name in BLOCKS:
            return self._known_block(element, name)
        if name == "math":
            return [MathBlock(_tex(element))] if element.get("display") == "block" else None
        if name in CONTAINERS or (name in TRANSPARENT and any(local_name(e) in BLOCKS for e in element)):
            return list(self.blocks(element))
        return None

    def _paragraph(self, element: _Element) -> list[Block]:
        content = self.content(element)
        alone: object = content[0] if len(content) == 1 else None
        return [alone if isinstance(alone, MathBlock) else Paragraph(content)]

    def _known_block(self, element: _Element, name: str) -> list[Block]:
        if name == "pre":
            return [_code_block(element)]
        if name == "blockquote":
            return [Quote(tuple(self.blocks(element)))]
        if name == "ul":
            start = _written_start(element)
            entries, is_tight = self.items(element)
            return [BulletList(entries, is_tight) if start is None else OrderedList(entries, is_tight, start)]
        if name == "ol":
            return [OrderedList(*self.items(element), _start(element))]
        if name == "table":
            return list(table(element, self.content, self.unknown))
        if name == "hr":
            return [Rule()]
        return [Heading(int(name[1]), self.content(element))]

    def items(self, element: _Element) -> tuple[tuple[Tree, ...], bool]:
        """The entries of a list, and whether it is tight: none of its entries has a paragraph of its own."""
        entries = [child for child in element if local_name(child) == "li"]
        self.unknown += [name for name in map(local_name, element) if name not in ("li", "")]
        is_tight = not any(local_name(child) == "p" for entry in entries for child in entry)
        return tuple(tuple(self.blocks(entry)) for entry in entries), is_tight

    def content(self, element: _Element) -> tuple[Inline, ...]:
        """All that a block of inlines holds."""
        return folded(self._inlines(element))

    def _inlines(self, element: _Element) -> list[Inline]:
        found = self.text(element.text)
        for child in element:
            self.inline(child, local_name(child), found)
            found += self.text(child.tail)
        return found

    def inline(self, element: _Element, name: str, found: list[Inline]) -> None:
        """Adds an element to a run of inlines."""
        match name:
            case "" | "script" | "style" | "head" | "title" | "template":
                self.unknown += [name] if name in DROPPED else []
            case "br":
                found.append(HardBreak())
            case "em" | "i":
                found.append(Emphasis(folded(self._inlines(element), is_whole=False)))
            case "strong" | "b":
                found.append(Strong(folded(self._inlines(element), is_whole=False)))
            case "code" | "tt" | "kbd" | "samp":
                found.append(Code(text_of(element)))
            case "math":
                found.append(self._math(element))
            case "img":
                found.append(_image(element))
            case "a" if element.get("href") is not None:
                inner = folded(self._inlines(element), is_whole=False)
                found.append(Link(element.get("href", ""), _title(element), inner))
            case _:
                self._other(element, name, found)

    def _other(self, element: _Element, name: str, found: list[Inline]) -> None:
        is_block = name in BLOCKS or name in CONTAINERS
        if not (name in TRANSPARENT or name in CONTAINERS or name in ("a", "p")):
            self.unknown.append(name)
        if is_block and found:
            found.append(HardBreak())
        found += self._inlines(element)

    def _math(self, element: _Element) -> Inline:
        if element.get("alttext") is None:
            self.unknown.append("math")
        return Math(_tex(element))

    def text(self, text: str | None) -> list[Inline]:
        """A text node: texts, soft breaks, and formulae where TeX in text is looked for."""
        if not text:
            return []
        if not self.tex_in_text or "\\" not in text:
            return split(text)
        found: list[Inline] = []
        end = 0
        for match in TEX.finditer(text):
            found += split(text[end : match.start()])
            found.append(Math(match[1]) if match[1] is not None else MathBlock(match[2]))  # type: ignore[arg-type]
            end = match.end()
        return found + split(text[end:])


def _paragraphs(run: list[Inline]) -> Iterator[Block]:
    """A run of inlines between blocks; formulae of their own among them stand alone."""
    start = 0
    member: object
    for at, member in enumerate(run):
        if isinstance(member, MathBlock):
            yield from _paragraph(run[start:at])
            yield member
            start = at + 1
    yield from _paragraph(run[start:])


def _paragraph(run: list[Inline]) -> Iterator[Block]:
    content = folded(run)
    if content:
        yield Paragraph(content)


def _code_block(element: _Element) -> CodeBlock:
    inner = element[0] if len(element) == 1 and not (element.text or "").strip() else None
    classes = element.get("class", "" if inner is None else inner.get("class", "")).split()
    language = next((c.removeprefix(LANGUAGE) for c in classes if c.startswith(LANGUAGE)), "")
    return CodeBlock(text_of(element), language)


def _tex(element: _Element) -> str:
    return element.get("alttext") or " ".join(text_of(element).split())


def _image(element: _Element) -> Image:
    return Image(element.get("src", ""), element.get("alt", ""), _title(element))


def _title(element: _Element) -> str:
    return element.get("title") or element.get("label") or ""  # QTI 2.1 has no title on links and pictures


def _written_start(element: _Element) -> int | None:
    """The number that a list counts from where its entries say their numbers themselves, which are taken out."""
    mark = element.get("class", "").removeprefix("start-")
    if mark == element.get("class", "") or not mark.isdecimal() or len(mark) > 9:
        return None
    for entry in element:
        first = entry[0] if len(entry) and not entry.text else None
        if first is not None and local_name(first) == "p" and len(first) and not first.text:
            first = first[0]
        if first is not None and first.get("class") == "number":
            first.text = None
    return int(mark)


def _start(element: _Element) -> int:
    text = element.get("start", "1")
    return int(text) if text.isdecimal() and len(text) < 10 else 1
