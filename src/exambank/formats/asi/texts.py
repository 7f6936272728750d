"""An item's texts as the XHTML of a QTI version."""

from collections.abc import Mapping

from exambank.formats.asi import stylesheet
from exambank.formats.asi.vocabulary import Vocabulary
from exambank.richtext.mathml import mathml
from exambank.richtext.text import RichText
from exambank.richtext.tree import Paragraph, Tree
from exambank.richtext.xhtml import Dialect, xhtml, xhtml_inlines

ALIGN = "qti-align-"  # QTI 3's shared vocabulary of class names; in QTI 2 it does no harm


class Texts:
    """Renders the texts of one item, and notes which pictures they show and whether there is a formula.

    Code blocks have no `<code>` inside: qti3-item-player 1.1 sets it on one line.
    """

    def __init__(self, vocabulary: Vocabulary, pictures: Mapping[str, str]) -> None:
        self._names = pictures
        self.shown: dict[str, None] = {}
        self.has_math = False
        self._mark = stylesheet.MARK if vocabulary.styles_math else ""
        if vocabulary.is_html5:
            self._dialect = Dialect(self._math, self._picture, ALIGN, code_in_pre=False)
        else:
            self._dialect = Dialect(
                self._math, self._picture, ALIGN, title="label", counts_from_one=True, code_in_pre=False
            )

    def _picture(self, source: str) -> str:
        name = self._names.get(source)
        if name is None:
            return source
        self.shown[name] = None
        return name

    def _math(self, tex: str, block: bool) -> str:
        """MathML; a block of it in a division, since a quotation of QTI 3 may not hold it directly."""
        self.has_math = True
        element = f"<math{self._mark}{mathml(tex, block).removeprefix('<math')}"
        return f"<div>{element}</div>" if block else element

    def blocks(self, text: RichText) -> str:
        """The whole text."""
        return text.xhtml(self._dialect)

    def option(self, text: RichText) -> str:
        """The text of an option, bare or in one element: qti-components 7.27 lays children out as flexible boxes."""
        if text.sentence:
            return text.sentence
        tree = text.tree
        if len(tree) != 1 or not isinstance(tree[0], Paragraph):
            return f"<div>{xhtml(tree, self._dialect)}</div>"
        inner = xhtml_inlines(tree[0].children, self._dialect)
        return inner if len(tree[0].children) == 1 else f"<span>{inner}</span>"

    def body_and_prompt(self, text: RichText) -> tuple[str, str]:
        """The stem's blocks, and its last paragraph, the question, for the interaction to be named by."""
        if text.sentence:
            return "", text.sentence
        tree: Tree = text.tree
        if tree and isinstance(tree[-1], Paragraph):
            return xhtml(tree[:-1], self._dialect), xhtml_inlines(tree[-1].children, self._dialect)
        return xhtml(tree, self._dialect), ""
