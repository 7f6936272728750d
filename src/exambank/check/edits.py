"""A fix of fields into edits of the file."""

from exambank.check.renamed_pictures import renamed_pictures
from exambank.finding import Edit, FieldEdit, FieldFix, FieldPath, Fix, Place
from exambank.model.base import APPROVED
from exambank.model.from_syntax import options_of
from exambank.syntax.body import Entry
from exambank.syntax.document import Document
from exambank.syntax.positions import Lines, whole_place

WHOLE = ("text",)  # the file's whole text
# a change to these makes a new version of an approved item (LIF003)
SHOWN = frozenset({"stem", "options", "gaps", "hint"})


def placed_fix(fix: FieldFix, document: Document) -> Fix | None:
    """The fix with the places of its edits; None where the file is not laid out as the fix would have it."""
    edits = [_edit(edit, document) for edit in fix.edits]
    if fix.order:
        edits += _reordered(document, fix.order)
    edits += [_removed(document, at) for at in fix.removed]
    renamed = renamed_pictures(document, *fix.pictures) if fix.pictures else []
    edits += [edit for _, edit in renamed]
    placed = tuple(edit for edit in edits if edit is not None)
    if not placed or len(placed) != len(edits):
        return None
    changes = tuple(dict.fromkeys([*fix.changes, *[name for name, _ in renamed]]))
    is_approved = document.fields.get("status") in tuple(APPROVED)  # it may be anything, a mapping too
    is_seen = is_approved and not SHOWN.isdisjoint(changes)
    has_new_ids = any(name in ("options", "gaps") for name, _ in renamed)  # an option's id follows from its text
    return Fix(fix.title, fix.is_safe and not is_seen and not has_new_ids, changes, placed)


def _edit(edit: FieldEdit, document: Document) -> Edit | None:
    if edit.at == WHOLE:
        return Edit(whole_place(document.path, document.text), edit.text)
    if edit.at[:1] == ("keys",):
        key = document.keys.get(edit.at[1:])
        return Edit(key, edit.text) if key is not None else None
    found = document.places.fields.get(edit.at)
    if isinstance(found, Lines):
        return Edit(found.place(document.path, edit.span), edit.text)
    if found is not None and edit.span is None:
        return Edit(found, edit.text)
    return None


def _removed(document: Document, at: FieldPath) -> Edit | None:
    """The lines of a field, or of an entry of a list that has lines of its own; None where others share its line."""
    lines = document.text.split("\n")
    place = document.keys.get(at) or document.places.fields.get(at)
    if isinstance(place, Lines) or place is None:
        return None
    head = lines[place.line - 1]
    indent = len(head) - len(head.lstrip(" "))
    if not (head.lstrip(" ").startswith("- ") if isinstance(at[-1], int) else head.startswith(f"{at[-1]}:")):
        return None
    last = place.line
    while last < len(lines) and _is_within(lines[last], indent, is_field=isinstance(at[-1], str)):
        last += 1
    return Edit(Place(document.path, place.line, 1, last + 1, 1), "")


def _is_within(line: str, indent: int, *, is_field: bool) -> bool:
    """Whether a line belongs to what begins above it at this indent; a field's list may begin at the field's own."""
    own = len(line) - len(line.lstrip(" "))
    return own > indent or (is_field and own == indent and line.lstrip(" ").startswith("- "))


def _reordered(document: Document, order: tuple[int, ...]) -> list[Edit | None]:
    """Each option's lines in the place of the lines of the option that stood there; None where they share a line."""
    entries = options_of(document.body)
    lines = document.text.split("\n")
    blocks = [_block(lines, entry, following) for entry, following in zip(entries, [*entries[1:], None], strict=True)]
    starts = [entry.line for entry in entries]
    if sorted(order) != list(range(len(entries))) or len(set(starts)) != len(starts):
        return [None]
    return [
        Edit(_lines_place(document.path, entry.line, blocks[at]), "\n".join(blocks[source]))
        for at, (entry, source) in enumerate(zip(entries, order, strict=True))
        if at != source
    ]


def _block(lines: list[str], entry: Entry, following: Entry | None) -> list[str]:
    """The entry's lines, without empty ones after it."""
    end = following.line - 1 if following else _end(lines, entry)
    block = lines[entry.line - 1 : end]
    while len(block) > 1 and not block[-1].strip():
        block.pop()
    return block


def _end(lines: list[str], entry: Entry) -> int:
    """The line, from 0, at which what belongs to the last entry ends: the first unindented one after an empty one."""
    for number in range(entry.line, len(lines)):
        line = lines[number]
        if line[:1] not in {"", " ", "\t"} and (not lines[number - 1].strip() or line.startswith("#")):
            return number
    return len(lines)


def _lines_place(path: str, first: int, block: list[str]) -> Place:
    last = first + len(block) - 1
    return Place(path, first, 1, last, len(block[-1]) + 1)
