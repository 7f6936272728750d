"""Makes a bank's repository: writes what is missing, and leaves what is there."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from exambank.check.bank_files import objectives, read_bank_files
from exambank.check.bank_rules import bank_view
from exambank.check.bank_view import BankView
from exambank.check.run import bank_facts
from exambank.keys.accept import applied, changes
from exambank.keys.lock import LOCK_FILE, write_lock
from exambank.source.discover import BANK_FILE
from exambank.starting.create import create_file
from exambank.starting.files import ITEM_PATH, OBJECTIVE, Names, bank_files, first_item, repository_files

REASON = "the first item, as `exambank init` wrote it"
ID_LENGTH = 64  # characters, as in bank.yaml


def bank_around(folder: Path) -> Path | None:
    """The bank that a folder is or lies in, where a second one would be taken for its items."""
    folder = folder.resolve()
    return next((above for above in (folder, *folder.parents) if (above / BANK_FILE).is_file()), None)


def default_id(name: str) -> str:
    """An id from a folder's name: its Latin letters and digits, without accents."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", letters)
    if not words or not words[0][0].isalpha():
        words.insert(0, "exam")
    return "-".join(words)[:ID_LENGTH].rstrip("-")


def start(folder: Path, names: Names) -> Iterator[tuple[Path, bool]]:
    """Writes the repository, and tells of each file whether it was written (True) or was there (False).

    Raises:
        OSError: a file cannot be written; what was told until then is.
    """
    yield from _create(folder, bank_files(names))
    yield from _first_item(folder / "bank", first_item(names.language))
    yield from _create(folder, repository_files(names))


def _create(folder: Path, files: Mapping[str, str]) -> Iterator[tuple[Path, bool]]:
    for path, text in files.items():
        yield folder / path, create_file(folder / path, text)


def _first_item(root: Path, text: str) -> Iterator[tuple[Path, bool]]:
    """The first item and the lock of its key; neither in a bank that has items or a lock of its own."""
    item, lock = root / ITEM_PATH, root / LOCK_FILE
    if item.exists() or (not lock.exists() and is_empty(view_of(root))):
        yield item, create_file(item, text)
    if lock.exists():
        yield lock, False
    elif item.is_file() and item.read_bytes() == text.encode():  # keys of others are not accepted unseen
        items = view_of(root).items
        made = changes({}, [facts for facts in items if facts.path == ITEM_PATH], None, REASON)
        if len(items) == len(made) == 1:
            yield lock, create_file(lock, write_lock(applied({}, made)))


def view_of(root: Path) -> BankView:
    """The bank as it is now."""
    return bank_view(read_bank_files(root), (), bank_facts(root, use_cache=False))


def is_empty(view: BankView) -> bool:
    """Whether there is no item yet, and the blueprint asks for the first one."""
    return not view.items and not view.unread and OBJECTIVE in objectives(view.blueprint)
