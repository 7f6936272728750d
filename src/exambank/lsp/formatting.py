"""Formatting, by the same function as `exambank fmt`."""

from lsprotocol import types

from exambank.formatting import formatted
from exambank.lsp.open_file import OpenFile
from exambank.lsp.text_edits import line_edits
from exambank.source.discover import is_item_source


def formatting(file: OpenFile) -> list[types.TextEdit]:
    """The edits that bring an item into canonical form; none where that is refused, which a finding then explains."""
    if not is_item_source(file.path):
        return []
    result = formatted(file.path, file.text.encode("utf-8", "surrogatepass"))
    return [] if result.finding is not None else line_edits(file.client, result.text)
