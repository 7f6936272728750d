"""Identifiers and digests that follow from content."""

import hashlib

from exambank.richtext.tree import Tree
from exambank.richtext.xhtml import PLAIN, xhtml


def normal_form(blocks: Tree) -> str:
    """One text for all ways to write the same content: rendered, with white space folded."""
    return " ".join(xhtml(blocks, PLAIN).split())


def option_id(item_id: str, blocks: Tree) -> str:
    """An option's id: from the item and the option's text, so it survives reordering and tells nothing of the key.

    Ten hexadecimal digits: two of an item's five options collide once in 10¹¹ items. The letter makes it an NCName.
    """
    return "o" + hashlib.sha256(f"{item_id}\0{normal_form(blocks)}".encode("utf-8", "surrogatepass")).hexdigest()[:10]
