"""Recording keys in the lock, on purpose and with a reason."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from exambank.keys.lock import LockEntry, entry_name


class Keyed(Protocol):
    """What the lock needs to know of an item."""

    @property
    def id(self) -> str:
        """The item's id."""

    @property
    def version(self) -> int:
        """The item's version."""

    @property
    def key_digest(self) -> str:
        """Digest of the key."""

    @property
    def text_digest(self) -> str:
        """Digest of what candidates see."""

    @property
    def keyed(self) -> tuple[str, ...]:
        """The key in words."""


@dataclass(frozen=True, slots=True)
class Change:
    """An entry that is written, replaced or removed; `before` or `after` is None where there is none."""

    name: str
    before: LockEntry | None
    after: LockEntry | None


def changes(
    entries: Mapping[str, LockEntry],
    items: Iterable[Keyed],
    wanted: frozenset[str] | None,
    reason: str,
    kept: Iterable[str] = (),
) -> list[Change]:
    """What accepting the items named (all, for None) does to the lock.

    An id that is named and has no item any more loses its entries, unless it is one of those that are `kept`. Entries
    of earlier versions are history and stay.
    """
    found: list[Change] = []
    ids: set[str] = set(kept)
    for item in items:
        ids.add(item.id)
        if wanted is not None and item.id not in wanted:
            continue
        name = entry_name(item.id, item.version)
        before = entries.get(name)
        if before is None or (before.key, before.text) != (item.key_digest, item.text_digest):
            found.append(Change(name, before, LockEntry(item.key_digest, item.text_digest, item.keyed, reason)))
    for name, entry in entries.items():
        item_id = name.partition("@")[0]
        if item_id not in ids and (wanted is None or item_id in wanted):
            found.append(Change(name, entry, None))
    return sorted(found, key=lambda change: change.name)


def applied(entries: Mapping[str, LockEntry], made: Iterable[Change]) -> dict[str, LockEntry]:
    """The lock's entries after the changes."""
    result = dict(entries)
    for change in made:
        if change.after is None:
            del result[change.name]
        else:
            result[change.name] = change.after
    return result
