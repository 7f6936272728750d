"""What `mattext` holds, as rich text: Canvas writes escaped HTML, others CDATA or plain text."""

import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element

from exambank.formats.asi.element import PARSER
from exambank.formats.asi.reading import detach
from exambank.formats.qti12.vocabulary import STIMULUS
from exambank.richtext.from_html import from_html, local_name
from exambank.richtext.text import RichText
from exambank.richtext.tree import Paragraph, Text, Tree
from exambank.richtext.white_space import folded
from exambank.richtext.xhtml import escape

HTML = etree.HTMLParser(recover=True, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
TOKEN = re.compile(r"^(?:\$|%24)IMS[-_]CC[-_]FILE_?BASE(?:\$|%24)/?", re.IGNORECASE)
UNREAD = frozenset({"matimage", "mataudio", "matvideo", "matapplet", "matapplication", "matref", "mat_extension"})


class Texts:
    """Reads the texts of one item and notes what of them had no form."""

    def __init__(self) -> None:
        self.lost: dict[str, None] = {}

    def text(self, material: _Element | None) -> RichText:
        """All that the material holds."""
        return RichText(None, self.tree(self.html(material)))

    def html(self, material: _Element | None) -> str:
        """The material's texts as one piece of HTML; what belongs to a response is passed over."""
        if material is None:
            return ""
        if len(material) == 1 and len(material[0]) == 1 and local_name(material[0][0]) == "mattext":
            return _html(material[0][0])  # as in nearly every option
        return "".join(self._pieces(material))

    def _pieces(self, elements: Iterable[_Element]) -> Iterator[str]:
        for element in elements:
            name = local_name(element)
            if name in ("mattext", "matemtext"):
                yield _html(element)
            elif name in UNREAD:
                self.lost[name] = None
            elif name and not name.startswith("response_"):
                yield from self._pieces(element)

    def tree(self, html: str) -> Tree:
        """The HTML as blocks."""
        if not ("<" in html or "&" in html or "\\" in html or "\n" in html):
            inlines = folded((Text(html),)) if html else ()
            return (Paragraph(inlines),) if inlines else ()
        return self.blocks(root_of(html))

    def blocks(self, root: _Element) -> Tree:
        """The element's content as blocks."""
        blocks, unknown = from_html(root, tex_in_text=True)
        self.lost.update(dict.fromkeys(unknown))
        return blocks

    def stem(self, presentation: _Element | None, linked: Callable[[str], str]) -> tuple[RichText, RichText | None]:
        """Stem and stimulus; `linked` puts links where the gaps are."""
        html = linked(self.html(presentation))
        if STIMULUS not in html:
            return RichText(None, self.tree(html)), None
        root = root_of(html)
        found = root.find(f".//div[@class='{STIMULUS}']")
        stimulus = RichText(None, self.blocks(detach(found))) if found is not None else None
        return RichText(None, self.blocks(root)), stimulus


def _html(mattext: _Element) -> str:
    text = mattext.text or ""
    if len(mattext):  # tags that should have been escaped
        text += "".join(etree.tostring(child, encoding="unicode") for child in mattext)
    kind = mattext.get("texttype", "")
    is_html = kind in ("text/html", "text/xhtml") or (kind == "" and "<" in text)
    return text if is_html else escape(text)


def root_of(html: str) -> _Element:
    """An element around the HTML, parsed as XML if it is that; pictures without the tokens that Canvas puts before."""
    try:
        root = etree.fromstring(f"<div>{html}</div>", PARSER)
    except etree.XMLSyntaxError:
        document = etree.fromstring(f"<html><body>{html}</body></html>", HTML)
        body = document.find("body")
        root = document if body is None else body
    if "IMS" in html:
        for picture in root.iter("img"):
            source = picture.get("src", "")
            if TOKEN.match(source):
                picture.set("src", unquote(TOKEN.sub("", source)))
    return root
