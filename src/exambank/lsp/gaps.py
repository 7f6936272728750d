"""From a gap of the text to its section, and back."""

from exambank.finding import Place
from exambank.lsp.open_file import OpenFile
from exambank.lsp.positions import is_within
from exambank.model.from_syntax import gap_sections, has_gaps
from exambank.model.interactions.cloze import gap_span, gap_targets
from exambank.richtext.text import RichText


def other_end(file: OpenFile, line: int, column: int) -> Place | None:
    """The section's heading of the gap under the cursor, or the gap of the heading under it."""
    body = file.document.body
    if body is None or not has_gaps(body):
        return None
    sections = gap_sections(body)
    stem = RichText(body.stem.source, passage=body.stem)
    for target in dict.fromkeys(gap_targets(stem)):
        span = gap_span(stem, target)
        if span is None or target not in sections:
            continue
        gap = body.stem.lines.place(file.path, span)
        heading = sections[target].heading.place(file.path)
        if is_within(gap, line, column):
            return heading
        if is_within(heading, line, column):
            return gap
    return None
