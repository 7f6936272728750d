"""A rich text: its Markdown and the tree that was parsed from it."""

from typing import TYPE_CHECKING, Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from exambank.richtext.tree import Tree

if TYPE_CHECKING:
    from exambank.syntax.body import Passage


class RichText:
    """Markdown source and its tree; each is made from the other when first asked for.

    Two rich texts are equal when their sources are.
    """

    __slots__ = ("_normal", "_passage", "_source", "_tree")

    def __init__(self, source: str | None, tree: Tree | None = None, passage: "Passage | None" = None) -> None:
        self._source = source
        self._tree = tree
        self._passage = passage
        self._normal: str | None = None

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
            from exambank.richtext.from_tokens import parsed, passage_tree

            self._tree = parsed(self._source or "") if self._passage is None else passage_tree(self._passage)
        return self._tree

    @property
    def normal_form(self) -> str:
        """One text for all ways to write the same content: rendered, with white space folded."""
        if self._normal is None:
            from exambank.richtext.xhtml import PLAIN, xhtml

            self._normal = " ".join(xhtml(self.tree, PLAIN).split())
        return self._normal

    @property
    def plain(self) -> str:
        """The text without markup, one line a block."""
        from exambank.richtext.plain import plain

        return plain(self.tree)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RichText) and self.source == other.source

    def __hash__(self) -> int:
        return hash(self.source)

    def __repr__(self) -> str:
        return f"RichText({self.source!r})"

    def __reduce__(self) -> tuple[type, tuple[str]]:
        return (RichText, (self.source,))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
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
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        return {"type": "string", "contentMediaType": "text/markdown"}
