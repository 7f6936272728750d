"""An item's texts as the XHTML of a QTI version."""

from collections.abc import Mapping

from exambank.formats.asi.vocabulary import Vocabulary
from exambank.richtext.mathml import mathml
from exambank.richtext.text import RichText
from exambank.richtext.tree import Paragraph, Tree
from exambank.richtext.xhtml import Dialect, xhtml, xhtml_inlines

ALIGN = "qti-align-"  # QTI 3's shared vocabulary of class names; in QTI 2 it does no harm


def boxed_mathml(tex: str, block: bool) -> str:
    """MathML; a block of it in a division, since a quotation of QTI 3 may not hold it directly."""
    return f"<div>{mathml(tex, True)}</div>" if block else mathml(tex, False)


class Texts:
    """Renders the texts of one item and notes which pictures they show."""

    def __init__(self, vocabulary: Vocabulary, pictures: Mapping[str, str]) -> None:
        self._names = pictures
        self.shown: dict[str, None] = {}
        if vocabulary.is_html5:
            self._dialect = Dialect(boxed_mathml, self._picture, ALIGN)
        else:
            self._dialect = Dialect(mathml, self._picture, ALIGN, title="label", counts_from_one=True)

    def _picture(self, source: str) -> str:
        name = self._names.get(source)
        if name is None:
            return source
        self.shown[name] = None
        return name

    def blocks(self, text: RichText) -> str:
        """The whole text."""
        return xhtml(text.tree, self._dialect)

    def option(self, text: RichText) -> str:
        """The text of an option; a single paragraph without its tags, as options are mostly written."""
        tree = text.tree
        if len(tree) == 1 and isinstance(tree[0], Paragraph):
            return xhtml_inlines(tree[0].children, self._dialect)
        return xhtml(tree, self._dialect)

    def body_and_prompt(self, text: RichText) -> tuple[str, str]:
        """The stem's blocks, and its last paragraph, the question, for the interaction to be named by."""
        tree: Tree = text.tree
        if tree and isinstance(tree[-1], Paragraph):
            return xhtml(tree[:-1], self._dialect), xhtml_inlines(tree[-1].children, self._dialect)
        return xhtml(tree, self._dialect), ""
