"""Tags that Markdown has marks for, and a text with those marks in their place."""

import re
from collections.abc import Iterable

from exambank.richtext.from_tokens import parsed
from exambank.richtext.rewrite import rewritten
from exambank.richtext.text import RichText
from exambank.richtext.tree import Code, Emphasis, Heading, Inline, InlineHtml, Paragraph, Strong, Text, Tree

MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`"}
OUTSIDE_CODE = re.compile(rf"(`+).*?\1|</?(?P<name>{'|'.join(MARKS)})>", re.IGNORECASE | re.DOTALL)
TAG = re.compile(rf"<(?P<closing>/?)(?P<name>{'|'.join(MARKS)})>", re.IGNORECASE)


def marked(text: RichText) -> str | None:
    """The Markdown with marks in place of tags; None where some HTML has none, or it would not show the same.

    It shows the same if the tree of the new Markdown is the old one with what stands between the tags marked.
    """
    source = OUTSIDE_CODE.sub(lambda found: MARKS[found["name"].lower()] if found["name"] else found[0], text.source)
    wanted = _marked_tree(text.tree)
    if wanted is None or source == text.source:
        return None
    return source if rewritten(parsed(source), str) == rewritten(wanted, str) else None


def _marked_tree(blocks: Tree) -> Tree | None:
    """The tree of paragraphs and headings; None where it has other blocks, or tags that are not closed in order."""
    found: list[Paragraph | Heading] = []
    for block in blocks:
        if not isinstance(block, Paragraph | Heading):
            return None
        inlines = _marked(block.children)
        if inlines is None:
            return None
        found.append(Paragraph(inlines) if isinstance(block, Paragraph) else Heading(block.level, inlines))
    return tuple(found)


def _marked(inlines: Iterable[Inline]) -> tuple[Inline, ...] | None:
    """The inlines with those between two tags as one."""
    open_: list[tuple[str, list[Inline]]] = [("", [])]
    for inline in inlines:
        tag = TAG.fullmatch(inline.html) if isinstance(inline, InlineHtml) else None
        if tag is None:
            if isinstance(inline, InlineHtml):
                return None
            open_[-1][1].append(inline)
        elif not tag["closing"]:
            open_.append((tag["name"].lower(), []))
        else:
            name, children = open_.pop()
            node = _node(name, children) if name == tag["name"].lower() else None
            if node is None:
                return None
            open_[-1][1].append(node)
    return tuple(open_[0][1]) if len(open_) == 1 else None


def _node(name: str, children: list[Inline]) -> Inline | None:
    if name != "code":
        return (Strong if MARKS[name] == "**" else Emphasis)(tuple(children))
    text = children[0] if len(children) == 1 else None
    return Code(text.text) if isinstance(text, Text) else None
