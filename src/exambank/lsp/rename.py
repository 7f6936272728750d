"""Renaming an item or a stimulus: its own id, every place that names it, its file, its entries in lock and the like.

Lock and blind answers are edited only where no digest changes. Option ids follow from the item's id, so the digest of a
key made of options does; such an entry stays as it is, and `note` says what to run, since recording a digest is for a
person.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from lsprotocol import types

from exambank.check.baseline import baseline_text, read_baseline
from exambank.check.examine import examine
from exambank.check.facts import Facts
from exambank.finding import Finding, Place
from exambank.keys.lock import LOCK_FILE, Lock, entry_name, lock_of, write_lock
from exambank.keys.second_keys import SECOND_KEYS_FILE, second_keys_of, write_second_keys
from exambank.lsp.bank_index import BankIndex, uri_of
from exambank.lsp.names import ITEM, STIMULUS, Name, definitions, name_at, names_it, naming_places, translations
from exambank.lsp.open_file import OpenFile, source_file
from exambank.lsp.rename_forms import UnreadFormError, form_edits, left_note
from exambank.lsp.text_edits import line_edits
from exambank.model.base import ITEM_ID
from exambank.source.discover import BASELINE_FILE
from exambank.syntax.positions import line_starts
from exambank.syntax.yaml_document import WORDS

LENGTH = 64  # characters, docs/format.md
NAMED = 5  # ids in a message; a list of hundreds tells nobody anything


class RenameRefusedError(Exception):
    """Why nothing is renamed, and what to do instead, in a sentence."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """The edits, and what is left for the author to run."""

    edit: types.WorkspaceEdit
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A file with the new id in the places of the old one, and what both versions are to the bank."""

    file: OpenFile
    places: tuple[Place, ...]
    before: Facts
    after: Facts


def prepare_rename(file: OpenFile, position: types.Position) -> types.PrepareRenamePlaceholder | None:
    """The id under the cursor, if it can be renamed."""
    name = name_at(file, *file.client.place(position))
    if name is None or name.kind not in (ITEM, STIMULUS):
        return None
    return types.PrepareRenamePlaceholder(file.client.range(name.place), name.text)


def rename(
    bank: BankIndex, file: OpenFile, position: types.Position, new: str, capabilities: types.ClientCapabilities
) -> Renaming:
    """The edits that give the item or stimulus under the cursor another id.

    Raises:
        RenameRefusedError: it cannot be done without losing something.
    """
    name = name_at(file, *file.client.place(position))
    if name is None or name.kind not in (ITEM, STIMULUS):
        raise RenameRefusedError("only the id of an item or a stimulus can be renamed")
    if new == name.text:
        return Renaming(types.WorkspaceEdit())
    lock = _lock(bank)
    _check_new_id(bank, lock, name, new)
    if named := [facts.path for facts in translations(bank, name)]:
        shown = ", ".join(named[:NAMED])
        raise RenameRefusedError(f"{name.text} has translations ({shown}): rename it by hand, together with them")
    changes = list(_changes(bank, name, new))
    _check_keys(lock, changes)
    edits = {change.file.uri: [_edit(change.file, place, new) for place in change.places] for change in changes}
    note = _note(lock, changes, name, new)
    if note is None and any(entry.partition("@")[0] == name.text for entry in lock.entries):
        edits.update(_lock_edits(bank, lock, name, new))
        edits.update(_record_edits(bank, name, new))
    edits.update(_baseline_edits(bank, name, new))
    in_forms, left = _in_forms(bank, name, new, changes)
    edits.update(in_forms)
    notes = [one for one in (note, left_note(left)) if one is not None]
    return Renaming(_workspace_edit(bank, edits, changes[0].before, new, capabilities), ". ".join(notes) or None)


def _in_forms(
    bank: BankIndex, name: Name, new: str, changes: list[Change]
) -> tuple[dict[str, list[types.TextEdit]], list[str]]:
    changed = {
        one.before.id for one in changes if one.before.kind == ITEM and one.before.text_digest != one.after.text_digest
    }
    try:
        return form_edits(bank, name, new, changed)
    except UnreadFormError as error:
        raise RenameRefusedError(
            f"{error} holds {name.text} and has errors: mend it first (`exambank check`)"
        ) from error


def _lock(bank: BankIndex) -> Lock:
    lock = lock_of(bank.record(LOCK_FILE))
    if lock.fault is not None:
        raise RenameRefusedError(f"{LOCK_FILE}: {lock.fault[1]}; {lock.fault[2]}, then rename")
    return lock


def _check_new_id(bank: BankIndex, lock: Lock, name: Name, new: str) -> None:
    """Refuses an id that is none, that is taken, or before the whole bank is known."""
    if bank.snapshot.rows is None:
        raise RenameRefusedError("the bank is still being read; try again in a moment")
    if not re.fullmatch(ITEM_ID, new) or len(new) > LENGTH:
        raise RenameRefusedError(f"an id is lower-case words and numbers with single hyphens, at most {LENGTH} long")
    if bank.with_id(new):
        raise RenameRefusedError(f"the id {new} is taken, by {bank.with_id(new)[0].path}")
    if any(entry.partition("@")[0] == new for entry in lock.entries):
        raise RenameRefusedError(f"{LOCK_FILE} names {new}: it was an item's id once, and ids are never reused")
    for path, row in bank.rows.items():
        if row is None and name.text in bank.file(path).text:
            raise RenameRefusedError(
                f"{path} holds {name.text} and has errors: mend it first (`exambank check {path}`)"
            )


def _changes(bank: BankIndex, name: Name, new: str) -> Iterator[Change]:
    """The renamed file, then all that name it; each is proved to say the same but for the id."""
    defined = list(definitions(bank, name))
    if len(defined) != 1:
        raise RenameRefusedError(f"{len(defined)} files of the bank have the id {name.text}, not one")
    for file in [defined[0][0], *_naming_files(bank, name, defined[0][0].path)]:
        own = [file.yaml.places[("id",)]] if file.value(("id",)) == name.text else []
        places = (*own, *naming_places(file, name))
        before = examine(source_file(file.path, file.text), bank.snapshot.setting)
        after = examine(source_file(file.path, _renamed(file.document.text, places, new)), bank.snapshot.setting)
        is_same = _without_ids(after.document.fields, new) == _without_ids(before.document.fields, name.text)
        if before.facts is None or after.facts is None or not is_same or "\r" in file.text:
            raise RenameRefusedError(f"{file.path} cannot be changed safely: see `exambank check {file.path}`")
        yield Change(file, places, before.facts, after.facts)


def _naming_files(bank: BankIndex, name: Name, own: str) -> Iterator[OpenFile]:
    for facts in bank.items():
        if facts.path != own and names_it(facts, name):
            yield bank.file(facts.path)


def _renamed(text: str, places: tuple[Place, ...], new: str) -> str:
    starts = line_starts(text)
    for place in sorted(places, reverse=True):
        begin = starts[place.line - 1] + place.column - 1
        end = starts[place.end_line - 1] + place.end_column - 1
        text = text[:begin] + _written(new) + text[end:]
    return text


def _written(new: str) -> str:
    """The id in YAML: `true` and `null` are ids too, in quotation marks."""
    return f'"{new}"' if new in WORDS else new


def _edit(file: OpenFile, place: Place, new: str) -> types.TextEdit:
    return types.TextEdit(file.client.range(place), _written(new))


def _without_ids(fields: dict[str, object], name: str) -> object:
    """Front matter with a mark in place of the id, wherever an id stands."""

    def marked(value: object) -> object:
        if isinstance(value, list):
            return [None if one == name else one for one in value]
        return None if value == name else value

    return {
        key: marked(value) if key in ("id", STIMULUS, "enemies", "variants") else value for key, value in fields.items()
    }


def _check_keys(lock: Lock, changes: list[Change]) -> None:
    """Refuses while a recorded key differs from the file's: under a new id nobody would see that it does."""
    for before in (change.before for change in changes):
        entry = lock.entries.get(entry_name(before.id, before.version)) if before.kind == ITEM else None
        if entry is not None and (entry.key, entry.text) != (before.key_digest, before.text_digest):
            raise RenameRefusedError(
                f"{before.id} differs from what {LOCK_FILE} records: settle that first (`exambank keys list`)"
            )


def _note(lock: Lock, changes: list[Change], name: Name, new: str) -> str | None:
    """What to run where a digest changes with the id; None where none does."""
    changed = [
        change.after.id
        for change in changes
        if entry_name(change.before.id, change.before.version) in lock.entries
        and (change.before.key_digest, change.before.text_digest) != (change.after.key_digest, change.after.text_digest)
    ]
    if not changed:
        return None
    gone = [name.text] if name.kind == ITEM and new in changed else []
    ids = " ".join([*gone, *changed[:NAMED]]) + (" …" if len(changed) > NAMED else "")
    return (
        f"{LOCK_FILE} is left as it is, since its digests change with the id. Look at the difference, then run "
        f'`exambank keys accept {ids} --reason "{name.text} renamed to {new}"`'
    )


def _lock_edits(bank: BankIndex, lock: Lock, name: Name, new: str) -> dict[str, list[types.TextEdit]]:
    file = bank.file(LOCK_FILE)
    after = write_lock({_renamed_entry(entry, name, new): recorded for entry, recorded in lock.entries.items()})
    return {file.uri: line_edits(file.client, after)}


def _renamed_entry(entry: str, name: Name, new: str) -> str:
    item_id, _, version = entry.partition("@")
    return f"{new}@{version}" if item_id == name.text else entry


def _record_edits(bank: BankIndex, name: Name, new: str) -> dict[str, list[types.TextEdit]]:
    """The blind answers under the new id; a broken record, which `check` tells of, is left alone."""
    entries = second_keys_of(bank.record(SECOND_KEYS_FILE)).entries
    renamed = [entry.model_copy(update={"item": _renamed_entry(entry.item, name, new)}) for entry in entries]
    if renamed == list(entries):
        return {}
    file = bank.file(SECOND_KEYS_FILE)
    return {file.uri: line_edits(file.client, write_second_keys(renamed))}


def _baseline_edits(bank: BankIndex, name: Name, new: str) -> dict[str, list[types.TextEdit]]:
    """The baseline with the item's known findings under its new id."""
    known = read_baseline(bank.root)
    if isinstance(known, Finding) or not any(item == name.text for _, item, _ in known):
        return {}
    renamed = Counter(
        {(code, new if item == name.text else item, text): count for (code, item, text), count in known.items()}
    )
    file = bank.file(BASELINE_FILE)
    return {file.uri: line_edits(file.client, baseline_text(renamed))}


def _workspace_edit(
    bank: BankIndex,
    edits: dict[str, list[types.TextEdit]],
    own: Facts,
    new: str,
    capabilities: types.ClientCapabilities,
) -> types.WorkspaceEdit:
    """The edits, and the file's new name where it bears the id and the client can rename files."""
    workspace = capabilities.workspace.workspace_edit if capabilities.workspace else None
    if workspace is None or not workspace.document_changes:
        return types.WorkspaceEdit(changes=edits)
    made: list[types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile] = [
        types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=None), list(of_file))
        for uri, of_file in edits.items()
    ]
    path = PurePosixPath(own.path)
    target = path.with_stem(new)
    renames = types.ResourceOperationKind.Rename in (workspace.resource_operations or ())
    if renames and path.stem == own.id and not (bank.root / target).exists():
        made.append(types.RenameFile(uri_of(bank.root, own.path), uri_of(bank.root, str(target))))
    return types.WorkspaceEdit(document_changes=made)
