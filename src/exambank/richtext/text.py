"""A rich text: its Markdown and the tree that was parsed from it."""

from typing import TYPE_CHECKING, Any

from exambank.richtext.from_tokens import has_markup, parsed, passage_tree
from exambank.richtext.plain import plain
from exambank.richtext.rewrite import rewritten
from exambank.richtext.tree import Paragraph, Text, Tree
from exambank.richtext.white_space import is_folded
from exambank.richtext.xhtml import PLAIN, Dialect, escape, xhtml

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

    from exambank.syntax.body import Passage


class RichText:
    """Markdown source and its tree; each is made from the other when first asked for.

    Two rich texts are equal when their sources are.
    """

    __slots__ = ("_canonical", "_normal", "_only", "_passage", "_sentence", "_source", "_tree")

    def __init__(self, source: str | None, tree: Tree | None = None, passage: "Passage | None" = None) -> None:
        self._source = source
        self._tree = tree
        self._passage = passage
        self._normal: str | None = None
        self._only: str | None = None
        self._sentence: str | None = None
        self._canonical: str | None = None

    @property
    def source(self) -> str:
        """The Markdown; of a text that was read from another format, its canonical Markdown."""
        if self._source is None:
            from exambank.richtext.markdown import markdown

            self._source = markdown(self.tree)
        return self._source

    @property
    def tree(self) -> Tree:
        """The parsed blocks."""
        if self._tree is None:
            self._tree = parsed(self._source or "") if self._passage is None else passage_tree(self._passage)
        return self._tree

    @property
    def normal_form(self) -> str:
        """One text for all ways to write the same content: rendered, with white space folded."""
        if self._normal is None:
            html = self.xhtml(PLAIN)
            self._normal = html if is_folded(self.sentence) else " ".join(html.split())
        return self._normal

    def xhtml(self, dialect: Dialect) -> str:
        """The blocks as XHTML, one after another."""
        return f"<p>{self.sentence}</p>" if self.sentence else xhtml(self.tree, dialect)

    @property
    def sentence(self) -> str:
        """The characters, escaped for XML, of a text that is one paragraph without any markup; else empty.

        Most texts of an item are such, and every dialect of XHTML writes them alike.
        """
        if self._sentence is None:
            self._sentence = escape(self.only_text)
        return self._sentence

    @property
    def only_text(self) -> str:
        """The characters of a text that is one paragraph without any markup; else empty.

        Told without the tree where the passage is known to be one paragraph.
        """
        if self._only is None:
            self._only = self._read_only_text()
        return self._only

    def _read_only_text(self) -> str:
        paragraphs = self._passage.paragraphs if self._tree is None and self._passage is not None else None
        if paragraphs is not None and len(paragraphs) == 1 and not has_markup(paragraphs[0]):
            return paragraphs[0]
        tree = self.tree
        children = tree[0].children if len(tree) == 1 and isinstance(tree[0], Paragraph) else ()
        only = children[0] if len(children) == 1 else None
        return only.text if isinstance(only, Text) else ""

    @property
    def canonical(self) -> str:
        """The tree in words that are equal where contents are: without raw HTML, white space folded as HTML does."""
        if self._canonical is None:
            self._canonical = repr(rewritten(self.tree, str))
        return self._canonical

    @property
    def plain(self) -> str:
        """The text without markup, one line a block."""
        return self.only_text or plain(self.tree)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RichText) and self.source == other.source

    def __hash__(self) -> int:
        return hash(self.source)

    def __repr__(self) -> str:
        return f"RichText({self.source!r})"

    def __reduce__(self) -> tuple[type, tuple[str]]:
        return (RichText, (self.source,))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        return core_schema.union_schema(
            [
                core_schema.is_instance_schema(cls),
                core_schema.no_info_after_validator_function(cls, core_schema.str_schema()),
            ],
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda value: value.source, return_schema=core_schema.str_schema()
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: "CoreSchema", handler: Any) -> dict[str, Any]:
        return {"type": "string", "contentMediaType": "text/markdown"}
