"""A new entry in an item's `suppress` list, whose reason is left for the author to write.

The reason is empty: a rule is silenced only where its entry has one, so the finding stays until somebody says why. A
placeholder in words would silence it as soon as it is inserted.
"""

from dataclasses import dataclass
from typing import Any

from lsprotocol import types

from exambank.check.suppress import is_suppressed
from exambank.lsp.open_file import OpenFile
from exambank.syntax.front_matter import FENCE, parse

FIELD = "suppress"
OWN_FAMILY = "SUP"  # to silence what watches over silencing helps nobody


def may_be_suppressed(code: str, name: str) -> bool:
    """Whether an item's author is offered to silence the rule."""
    return is_suppressed(code, name, [code]) and not code.startswith(OWN_FAMILY)


@dataclass(frozen=True, slots=True)
class Insertion:
    """Text put in at a line and a column; `cursor` is where in it the reason is written."""

    line: int
    column: int
    text: str
    cursor: int

    def workspace_edit(self, file: OpenFile, snippets: bool) -> types.WorkspaceEdit:
        """The insertion, as a snippet with its stop at the reason where the client takes them."""
        at = file.client.position(self.line, self.column)
        where = types.Range(at, at)
        if not snippets:
            return types.WorkspaceEdit(changes={file.uri: [types.TextEdit(where, self.text)]})
        value = f"{_escaped(self.text[: self.cursor])}$0{_escaped(self.text[self.cursor :])}"
        document = types.OptionalVersionedTextDocumentIdentifier(uri=file.uri, version=None)
        edit = types.SnippetTextEdit(where, types.StringValue(value=value))
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, [edit])])


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")


def suppression(file: OpenFile, code: str) -> Insertion | None:
    """The insertion that adds the code with an empty reason; None where the front matter is not laid out for it."""
    text = file.document.text
    match = FENCE.match(text)
    entries = file.value((FIELD,))
    if match is None or "\r" in file.text or file.document.kind == "stimulus" or not isinstance(entries, list | None):
        return None
    if entries and any(isinstance(entry, dict) and entry.get("code") == code for entry in entries):
        return None
    made = _insertion(file, code, match[1], entries)
    return made if made is not None and _is_right(file, made, match[1], code) else None


def _insertion(file: OpenFile, code: str, header: str, entries: list[Any] | None) -> Insertion | None:
    entry = f'{{code: {code}, reason: ""}}'
    if (FIELD,) not in file.yaml.keys:
        return _made(header.count("\n") + 2, 1, f"{FIELD}: [{entry}]\n")
    if entries is None:
        key = file.yaml.keys[(FIELD,)]
        return _made(key.line, key.end_column + 1, f" [{entry}]")
    place = file.yaml.places[(FIELD,)]
    lines = file.document.text.split("\n")
    if lines[place.line - 1][place.column - 1 : place.column] == "[":
        return _made(place.line, place.column + 1, f"{entry}{', ' if entries else ''}")
    indent = lines[place.line - 1][: place.column - 1]
    return _made(place.line, 1, f'{indent}- code: {code}\n{indent}  reason: ""\n')


def _made(line: int, column: int, text: str) -> Insertion:
    return Insertion(line, column, text, text.index('""') + 1)


def _is_right(file: OpenFile, made: Insertion, header: str, code: str) -> bool:
    """Whether the front matter then says what it said, and the new entry."""
    lines = [*header.split("\n")]
    row = made.line - 2
    lines[row] = lines[row][: made.column - 1] + made.text + lines[row][made.column - 1 :]
    values = parse("\n".join(lines), file.path).values
    entries = values.pop(FIELD, None)
    before = {name: value for name, value in file.yaml.values.items() if name != FIELD}
    new = {"code": code, "reason": ""}
    old = file.value((FIELD,))
    return values == before and entries == [new, *(old if isinstance(old, list) else ())]
