"""Identifiers that follow from content."""

import hashlib

from exambank.richtext.text import RichText


def gap_option_id(item_id: str, gap: str, text: RichText) -> str:
    """The id of an option in a gap's dropdown: two gaps may offer the same word."""
    return option_id(f"{item_id}\0{gap}", text)


def option_id(item_id: str, text: RichText) -> str:
    """An option's id: from the item and the option's text, so it survives reordering and tells nothing of the key.

    Ten hexadecimal digits: two of an item's five options collide once in 10¹¹ items. The letter makes it an NCName.
    """
    name = f"{item_id}\0{text.normal_form}"
    return "o" + hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:10]
