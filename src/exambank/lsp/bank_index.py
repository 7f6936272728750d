"""What the server knows of a bank: the facts of all items on disk, with the open files' facts in place of theirs."""

import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from msgspec import structs

from exambank.check.bank_files import BankFiles, read_bank_files
from exambank.check.bank_rules import bank_findings
from exambank.check.baseline import Key, read_baseline, sift
from exambank.check.examine import examine
from exambank.check.facts import Facts
from exambank.check.run import POOL_FROM, examined
from exambank.check.setting import Setting
from exambank.check.state import BankState, FactRows
from exambank.check.workers import setting_of
from exambank.config import is_file, pyproject_of
from exambank.finding import Finding
from exambank.lsp.open_file import OpenFile, source_file
from exambank.source.discover import OWN_FILES, Stamp, is_item_source, translations_of, walk
from exambank.source.ignored import is_ignored
from exambank.source.read import SourceFile, read, read_if_there

FILL_CACHE = (sys.executable, "-P", "-m", "exambank", "check", "--format", "concise")  # -P: no module of the bank's


@dataclass(frozen=True)
class Snapshot:
    """The bank on disk at one moment; `rows` are None until it was read for the first time."""

    root: Path
    files: BankFiles
    setting: Setting
    known: Counter[Key] = field(default_factory=Counter)  # the baseline's
    tool: Sequence[tuple[str, int]] = ()  # paths and times of TOML files with settings
    stamps: Sequence[Stamp] = ()
    rows: FactRows | None = None

    @cached_property
    def ids(self) -> Mapping[str, Sequence[Facts]]:
        """Items and stimuli by id."""
        return by_id(row for row in (self.rows or {}).values() if row is not None)


def by_id(facts: Iterator[Facts]) -> Mapping[str, Sequence[Facts]]:
    """Facts by id."""
    found: dict[str, list[Facts]] = defaultdict(list)
    for one in facts:
        found[one.id].append(one)
    return found


@dataclass
class BankIndex:
    """A bank of which files are open; only the server's own thread changes it."""

    snapshot: Snapshot
    open: dict[str, OpenFile] = field(default_factory=dict)
    findings: dict[str, list[Finding]] = field(default_factory=dict)  # of the bank's rules, by path

    @property
    def root(self) -> Path:
        """The bank's folder."""
        return self.snapshot.root

    @property
    def setting(self) -> Setting:
        """What files are examined with: others of the bank are as the editor holds them."""
        return structs.replace(self.snapshot.setting, beside=self._beside)

    def _beside(self, path: str) -> SourceFile | None:
        if path in self.open:
            return source_file(path, self.open[path].text)
        return self.snapshot.setting.beside(path)

    @property
    def open_rows(self) -> FactRows:
        """Facts of the open items and stimuli."""
        return {path: file.examined.facts for path, file in self.open.items() if file.examined is not None}

    @property
    def rows(self) -> FactRows:
        """Facts of all items and stimuli, None where one does not parse."""
        return {**(self.snapshot.rows or {}), **self.open_rows}

    @property
    def facts(self) -> Iterator[Facts]:
        """Facts of all that parse."""
        return (row for row in self.rows.values() if row is not None)

    def items(self) -> Iterator[Facts]:
        """Facts of all items that parse."""
        return (one for one in self.facts if one.kind == "item")

    def with_id(self, wanted: str) -> list[Facts]:
        """Items and stimuli of this id."""
        opened = self.open_rows
        found = [one for one in self.snapshot.ids.get(wanted, ()) if one.path not in opened]
        return found + [row for row in opened.values() if row is not None and row.id == wanted]

    def new_findings(self, file: OpenFile) -> Sequence[Finding]:
        """What is wrong with a file, by itself and within its bank, less what the baseline knows."""
        own = file.examined.findings if file.examined is not None else ()
        found = [*own, *self.findings.get(file.path, ())]
        if not self.snapshot.known:
            return found
        return sift(self.root, found, self.snapshot.known, {file.path: file.text}).new

    def objective_counts(self) -> Counter[str]:
        """How many items each objective has."""
        return Counter(one.objective for one in self.items())

    def file(self, path: str) -> OpenFile:
        """A file as the editor holds it, or as it is on disk."""
        if path in self.open:
            return self.open[path]
        encoding = next((file.encoding for file in self.open.values()), "utf-16")
        return OpenFile(uri_of(self.root, path), path, read(self.root, path).text, encoding)

    def record(self, name: str) -> SourceFile | None:
        """A file that a command wrote, as the editor holds it or as it is on disk; None where there is none."""
        opened = self.open.get(name)
        return read_if_there(self.root, name) if opened is None else source_file(name, opened.text)

    def is_part(self, path: str) -> bool:
        """Whether a file at this path belongs to the bank: none that is hidden or that git ignores."""
        if path in OWN_FILES:
            return True
        is_hidden = any(part.startswith(".") for part in path.split("/"))
        return is_item_source(path) and not is_hidden and not is_ignored(self.root, path)


def uri_of(root: Path, path: str) -> str:
    """The address of a file of the bank."""
    return Path(os.path.normpath(root / path)).as_uri()  # a setting's finding may lie above the bank


def first_snapshot(root: Path) -> Snapshot:
    """The bank's settings alone: enough to examine a file."""
    files = read_bank_files(root)
    baseline = read_baseline(root)
    known = Counter[Key]() if isinstance(baseline, Finding) else baseline
    return Snapshot(root, files, setting_of(files), known, tool_stamps(files))


def tool_stamps(files: BankFiles) -> Sequence[tuple[str, int]]:
    """The pyproject.toml that may hold settings, the files that settings extend, and when each changed."""
    paths = [pyproject_of(files.root), *(table.path for table, _ in files.extended.values())]
    return [(str(path), path.stat().st_mtime_ns if is_file(path) else 0) for path in paths if path is not None]


class CacheFilling:
    """`exambank check` in a process of its own, where much is to be examined.

    So typing never waits for it, it uses all cores, and its result is in the cache for the next start.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._is_stopped = False

    def run(self, root: Path) -> None:
        """Fills the cache of a bank, unless the server is about to end."""
        if self._is_stopped:
            return
        quiet = subprocess.DEVNULL  # the server's own streams are the client's
        command = [*FILL_CACHE, str(root)]
        self._process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet)  # noqa: S603 -- our own
        self._process.wait()

    def stop(self) -> None:
        """Ends it; a cache is written whole or not at all."""
        self._is_stopped = True
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()


def read_bank(root: Path, filling: CacheFilling) -> Snapshot:
    """The whole bank, from the cache where it holds."""
    state = BankState(root, use_cache=True)
    if len(state.changed) >= POOL_FROM:
        filling.run(root)
        state = BankState(root, use_cache=True)
    rows = state.known_facts if state.is_current else state.finish(examined(state, 1))
    return replace(first_snapshot(root), stamps=tuple(state.stamps), rows=rows)


def refreshed(old: Snapshot, filling: CacheFilling) -> Snapshot:
    """The bank after something was saved: only what is new or changed is looked at."""
    stamps = tuple(walk(old.root))
    known = {stamp.path: stamp for stamp in old.stamps}
    changed = [stamp.path for stamp in stamps if known.get(stamp.path) != stamp]
    items = [path for path in changed if is_item_source(path)]
    has_new_setting = any(map(is_setting, changed)) or old.tool != tool_stamps(old.files)
    if old.rows is None or len(items) >= POOL_FROM or has_new_setting:
        return read_bank(old.root, filling)
    present = {stamp.path for stamp in stamps}
    touched = {*items, *(known.keys() - present)}
    items += [path for path in translations_of(touched, present) if path not in touched and is_item_source(path)]
    rows = {path: row for path, row in old.rows.items() if path in present}
    rows.update((path, examine(read(old.root, path), old.setting).facts) for path in items)
    return replace(old, stamps=stamps, rows=rows)


def is_setting(path: str) -> bool:
    """Whether the examination of every item may depend on this file."""
    return path in OWN_FILES or path.endswith(".json")


def judged(snapshot: Snapshot, opened: FactRows) -> dict[str, list[Finding]]:
    """The findings of the bank's rules, by path, with the open files' facts in place of those on disk."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in bank_findings(snapshot.root, snapshot.stamps, {**(snapshot.rows or {}), **opened}):
        found[finding.place.path].append(finding)
    return found
