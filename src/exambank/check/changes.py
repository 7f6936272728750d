"""What a branch has done to the items of a bank, and what the rules over that find."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from exambank.check.bank_files import read_bank_files
from exambank.check.rules import OVER_CHANGES, RULES
from exambank.check.since import changed_since, contents_at
from exambank.finding import Finding, Place
from exambank.source.discover import BANK_FILE, is_item_source
from exambank.source.read import SourceFile, decode, read
from exambank.syntax import document as syntax


class ItemState(Struct, frozen=True):
    """An item's place on its way, as one file says it."""

    path: str
    status: str
    place: Place  # of the status


class BankChanges(Struct, frozen=True):
    """Items of changed files by id, before and now, and the ids that the lock names.

    `has_unread` says that an item may be in a changed file that cannot be read. `has_pilots` tells of the blueprint,
    `is_new_bank` of the whole.
    """

    before: Mapping[str, ItemState]
    now: Mapping[str, ItemState]
    locked: frozenset[str]
    has_unread: bool
    has_pilots: bool
    is_new_bank: bool


def change_findings(root: Path, base: str, asked: Mapping[str, Any] | None = None) -> Iterator[Finding]:
    """The findings of the rules over changes since the commit `base`, where the branch began.

    Raises:
        RevisionError: git cannot tell.
    """
    from exambank.check.examine import heard
    from exambank.check.setting import load_rules

    files = read_bank_files(root, asked)
    rules = [rule for rule in load_rules(RULES[code] for code in sorted(OVER_CHANGES)) if files.selection.is_on(rule)]
    if not rules:
        return
    paths = sorted(filter(is_item_source, changed_since(root, base)))
    stood = dict(contents_at(root, base, [BANK_FILE, *paths]))
    is_new_bank = stood.pop(BANK_FILE, None) is None
    before, _ = _states(decode(path, data) for path, data in stood.items())
    now, has_unread = _states(read(root, path) for path in paths if (root / path).exists())
    has_pilots = files.blueprint is not None and files.blueprint.form.pilot > 0
    locked = frozenset(name.partition("@")[0] for name in files.lock.entries)
    changes = BankChanges(before, now, locked, has_unread, has_pilots, is_new_bank)
    for fault in (fault for rule in rules for fault in files.selection.check_of(rule)(changes)):
        path = str(fault.path)
        state = changes.now.get(str(fault.at[0])) or changes.before[str(fault.at[0])]
        place = state.place if state.path == path and (root / path).exists() else Place(path)
        finding = Finding(fault.code, fault.name, fault.severity, fault.message, fault.mend, place)
        if not files.selection.is_ignored(fault.code, fault.name, path):
            yield heard(finding, files.selection)


def _states(files: Iterable[SourceFile]) -> tuple[dict[str, ItemState], bool]:
    """Items by id, and whether some file holds none that could be read."""
    found: dict[str, ItemState] = {}
    has_unread = False
    for file in files:
        document = syntax.parse(file)
        name, status = document.fields.get("id"), document.fields.get("status")
        if document.kind == "item" and isinstance(name, str) and isinstance(status, str):
            found[name] = ItemState(file.path, status, document.places.place(("status",)))
        else:
            has_unread = has_unread or document.kind == "item"
    return found, has_unread
