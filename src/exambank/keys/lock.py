"""`keys.lock`: the recorded key of each item@version, one line an entry so that a diff and a merge stay readable."""

import json
import re
from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct, field

from exambank.source.read import SourceFile, record_of

LOCK_FILE = "keys.lock"
FORMAT = 1
CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
APART = re.compile(r'"[ \t\n\r]+:')


class LockEntry(Struct, frozen=True):
    """What was accepted for an item@version: digests of key and text, the key in words, and why."""

    key: str
    text: str
    keyed: tuple[str, ...]
    reason: str


class Lock(Struct, frozen=True):
    """The entries by `id@version`. Without a file `exists` is False; `fault` is (line, what is wrong, mend)."""

    entries: Mapping[str, LockEntry] = field(default_factory=dict)
    exists: bool = False
    fault: tuple[int, str, str] | None = None


class _LockFile(Struct):
    format: int
    items: dict[str, LockEntry]


_DECODER = msgspec.json.Decoder(_LockFile)


def entry_name(item_id: str, version: int) -> str:
    """The name an item's entry has in the lock."""
    return f"{item_id}@{version}"


def lock_of(file: SourceFile | None) -> Lock:
    """The lock that a file holds; one that cannot be read to the last byte is a fault too."""
    if file is None:
        return Lock()
    text, fault = record_of(file)
    return read_lock(text) if fault is None else Lock(exists=True, fault=fault)


def read_lock(text: str | None) -> Lock:
    """The lock that a file's text holds; None for no file. A broken one is a fault, never an empty lock."""
    if text is None:
        return Lock()
    entries = _plain_entries(text)
    if entries is not None:
        return Lock(entries, exists=True)
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(CONFLICT):
            return Lock(exists=True, fault=(number, "a merge conflict was left in the lock", "take both sides' lines"))
    try:
        data = json.loads(text, object_pairs_hook=_without_doubles)
        return Lock(_entries(data), exists=True)
    except json.JSONDecodeError as error:
        return Lock(exists=True, fault=(error.lineno, f"the lock is not JSON: {error.msg}", RESTORE))
    except (ValueError, RecursionError) as error:
        return Lock(exists=True, fault=(1, str(error), RESTORE))


def _plain_entries(text: str) -> dict[str, LockEntry] | None:
    """The entries of a lock that is right in every respect; None where the other reader has to look.

    It is decoded by type, in a fifth of the time. Names that stand twice in an object are not seen by that: so
    there must be as many colons behind strings as the entries and their four fields ask for, and none behind a blank.
    """
    try:
        found = _DECODER.decode(text)
    except (ValueError, RecursionError, msgspec.MsgspecError):
        return None
    if found.format != FORMAT or APART.search(text) is not None:
        return None
    return found.items if text.count('":') == 2 + 5 * len(found.items) else None


RESTORE = "restore it from git, then run `exambank keys accept` for what changed"


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the lock holds `{double}` twice")
    return found


def _entries(data: Any) -> dict[str, LockEntry]:
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("items"), dict):
        raise ValueError(f"the lock is not of format {FORMAT}")
    entries: dict[str, LockEntry] = {}
    for name, entry in data["items"].items():
        try:
            keyed = tuple(str(word) for word in entry["keyed"])
            entries[name] = LockEntry(str(entry["key"]), str(entry["text"]), keyed, str(entry["reason"]))
        except (KeyError, TypeError):
            raise ValueError(f"the lock's entry `{name}` lacks key, text, keyed or reason") from None
    return entries


def write_lock(entries: Mapping[str, LockEntry]) -> str:
    """The file's text: entries in order of name, one a line."""
    lines = [
        f"{json.dumps(name)}: "
        + json.dumps(
            {"key": entry.key, "text": entry.text, "keyed": list(entry.keyed), "reason": entry.reason},
            ensure_ascii=False,
        )
        for name, entry in sorted(entries.items())
    ]
    body = ",\n".join(lines)
    return f'{{"format": {FORMAT}, "items": {{\n{body}\n}}}}\n'
