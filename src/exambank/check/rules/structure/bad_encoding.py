"""STR001 bad-encoding: the file is not plain UTF-8 with LF line ends.

Why: characters that are lost or unseen change a text between the author's editor and the candidate's screen.
Source: docs/format.md, files are UTF-8 without byte order mark, with LF line ends.

Bad:
    a byte order mark before the front matter
Good:
    plain UTF-8
"""

from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.finding import Fault, FieldEdit, FieldFix, Severity
from exambank.source.read import BOM, canonical_ends, text_fault
from exambank.syntax.document import Document


def check(document: Document) -> Iterator[Fault]:
    """The first fault of the file's bytes."""
    if document.encoding_fault is not None:
        offset, message, mend = document.encoding_fault
        yield RULE.finding(at=("file",), message=message, mend=mend, fix=_fix(document.text, offset))


def _fix(text: str, offset: int) -> FieldFix | None:
    """Line ends, or the mark before the text; what else is wrong with bytes only their author knows."""
    if text[offset : offset + 1] == BOM:
        return FieldFix("delete the byte order mark", True, (), (FieldEdit(("file",), ""),))
    if text[offset : offset + 1] != "\r" or text_fault(text.replace("\r", "")) is not None:
        return None
    return FieldFix("write LF line ends", True, (), (FieldEdit(("text",), canonical_ends(text)),))


RULE = Rule("STR001", "bad-encoding", Severity.ERROR, over=Document, check=check)
