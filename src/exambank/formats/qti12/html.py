"""Texts as the escaped HTML that Canvas takes in `mattext`."""

import re
from collections.abc import Mapping, Sequence

from exambank.formats.qti12.vocabulary import STIMULUS
from exambank.model.interactions.cloze import BLANK
from exambank.model.stimulus import Stimulus
from exambank.richtext.text import RichText
from exambank.richtext.tree import Paragraph
from exambank.richtext.xhtml import Dialect, attribute, escape, xhtml, xhtml_inlines

# Canvas shows \(…\) as a formula wherever it stands, so an author's own \( is broken up by an empty element, which
# shows nowhere. Formulae and tags are passed over: only they hold a "<" at this point.
BREAK = re.compile(r"<(tex(?:-block)?)>(.*?)</tex(?:-block)?>|<[^>]*>|\\(?=[(\[])", re.DOTALL)


def _formula(tex: str, block: bool) -> str:
    return f"<tex-block>{escape(tex)}</tex-block>" if block else f"<tex>{escape(tex)}</tex>"


def _canvas(match: re.Match[str]) -> str:
    if match[1] is not None:
        return rf"\({match[2]}\)" if match[1] == "tex" else rf"\[{match[2]}\]"
    return r"\<span></span>" if match[0] == "\\" else match[0]


class Html:
    """Renders the texts of one item and notes which pictures they show."""

    def __init__(self, pictures: Mapping[str, str]) -> None:
        self._names = pictures
        self.shown: dict[str, None] = {}
        self._dialect = Dialect(_formula, self._picture)

    def _picture(self, source: str) -> str:
        # a path from the root of the package: what Canvas Classic finds without its file tokens, and New Quizzes too
        name = self._names.get(source)
        if name is None:
            return source
        self.shown[name] = None
        return name

    def stem(self, text: RichText, lang: str | None, stimulus: Stimulus | None, gaps: Sequence[str] = ()) -> str:
        """Stimulus and stem, in a division that names their language if the item has one of its own.

        A gap is written `[name]`; where the author wrote that as a text, an empty element breaks it up.
        """
        html = text.xhtml(self._dialect)
        if stimulus is not None:
            html = f'<div class="{STIMULUS}">{stimulus.text.xhtml(self._dialect)}</div>{html}'
        if gaps:
            html = _with_blanks(html, gaps)
        return _mattext(f'<div lang="{attribute(lang)}">{html}</div>' if lang else html)

    def blocks(self, text: RichText) -> str:
        """A whole text."""
        return _mattext(text.xhtml(self._dialect))

    def option(self, text: RichText) -> str:
        """An option's text; a single paragraph without its tags, as Canvas writes it."""
        if text.sentence:
            return _mattext(text.sentence)
        tree = text.tree
        if len(tree) == 1 and isinstance(tree[0], Paragraph):
            return _mattext(xhtml_inlines(tree[0].children, self._dialect))
        return _mattext(xhtml(tree, self._dialect))


def _with_blanks(html: str, gaps: Sequence[str]) -> str:
    html = re.sub(
        rf"<[^>]*>|\[(?=(?:{'|'.join(gaps)})\])", lambda match: "[<span></span>" if match[0] == "[" else match[0], html
    )
    for gap in gaps:
        html = html.replace(f'<a href="#{gap}">{BLANK}</a>', f"[{gap}]", 1)
    return html


def _mattext(html: str) -> str:
    if "<tex" in html or "\\(" in html or "\\[" in html:
        html = BREAK.sub(_canvas, html)
    return html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
