"""Where a word of the plain text stands in the Markdown."""

import re

from exambank.check.wording import CUT
from exambank.richtext.text import RichText

CODE = re.compile(r"(`+).*?\1", re.DOTALL)


def word_span(text: RichText, word: str, after: str) -> tuple[int, int] | None:
    """The offsets of a whole word into the source, given the plain text that follows it up to the end.

    Counted from the end: as many as follow it there follow it in the source, code apart.
    """
    source = CODE.sub(lambda code: CUT * len(code[0]), text.source)
    whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
    found = [match.span() for match in whole.finditer(source)]
    later = len(whole.findall(after))
    return found[-1 - later] if len(found) > later else None
