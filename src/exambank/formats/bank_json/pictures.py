"""Markdown with its pictures under the names that they have in the package."""

import re
from collections.abc import Mapping

from exambank.richtext.rewrite import rewritten
from exambank.richtext.text import RichText


def packaged_source(text: RichText, names: Mapping[str, str]) -> str:
    """The author's own Markdown with other paths, proven by parsing it; its canonical form where that fails."""
    source = text.source
    if not names or "![" not in source:
        return source
    wanted = rewritten(text.tree, lambda name: names.get(name, name))
    renamed = source
    for name in sorted(names, key=len, reverse=True):
        renamed = re.sub(rf"(\]\(\s*<?|\]:\s*<?){re.escape(name)}(?=[\s>)]|$)", rf"\g<1>{names[name]}", renamed)
    if rewritten(RichText(renamed).tree, str) == wanted:
        return renamed
    return RichText(None, wanted).source
