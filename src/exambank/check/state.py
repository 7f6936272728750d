"""A bank on disk against what the last run knew of it: what is to be looked at, and what comes of it."""

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from exambank.check import cache as cache_files
from exambank.check.cache import Cache, Known
from exambank.check.public_repository import is_public_repository
from exambank.check.today import today
from exambank.config import is_file, pyproject_of
from exambank.finding import Finding
from exambank.source.digest import digest, digest_of
from exambank.source.discover import (
    BANK_FILE,
    BASELINE_FILE,
    OWN_FILES,
    STATISTICS_FILE,
    Stamp,
    is_item_source,
    translations_of,
    walk,
)

if TYPE_CHECKING:
    from exambank.check.bank_files import BankFiles
    from exambank.check.facts import Facts

FactRows = dict[str, "Facts | None"]  # by path; None where the file does not parse
Row = tuple[str, tuple[Finding, ...], bytes, str]  # digest, findings, facts as JSON (or null), and their mark
NO_SETTING = (BASELINE_FILE, STATISTICS_FILE)  # JSON files that no examination of an item asks for
PATCHES = 200  # rows of facts that `stamps.json` takes up before `facts.json` is written anew


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Findings in order of place, how many items and stimuli were looked at, how many of them anew.

    `of_bank` are those findings that follow from the bank as a whole.
    """

    findings: tuple[Finding, ...]
    files: int
    examined: int
    of_bank: frozenset[Finding]
    digest_inputs: Callable[[], str] = field(compare=False, repr=False)

    @property
    def inputs(self) -> str:
        """A digest of every file of the bank, by content for items, by time for the others; only builds ask for it."""
        return self.digest_inputs()


class BankState:
    """The files of a bank; `changed` are the paths of items and stimuli that the cache knows nothing of.

    Where `needs_facts`, those are all of them if the facts of the others are lost.
    """

    def __init__(
        self, root: Path, use_cache: bool, asked: Mapping[str, Any] | None = None, *, needs_facts: bool = True
    ) -> None:
        self.root = root
        self.asked = asked
        self.started = time.time_ns()
        self.day = today().isoformat()
        self.stamps = list(walk(root))
        self.folder = cache_files.cache_folder(root)
        self.mark = cache_files.fingerprint() if use_cache else ""
        self.cache = cache_files.load(self.folder, self.mark) if use_cache else Cache()
        self.setting_digest = setting_digest(root, self.stamps)
        self.sources: Sequence[Stamp] = [stamp for stamp in self.stamps if is_item_source(stamp.path)]
        known = {stamp.path for stamp in self.sources}
        self.others = [*own_stamps(root), *(stamp for stamp in self.stamps if stamp.path not in known)]
        others = [[stamp.path, *stamp.identity] for stamp in self.others]
        self.bank_digest = digest_of([others, [stamp.path for stamp in self.stamps], is_public_repository()])
        self.has_new_times = False
        self.unpacked: FactRows = {}
        self.files: BankFiles | None = None
        if self.cache.setting_digest != self.setting_digest:
            self.cache = Cache()
        self.changed: Sequence[str] = [stamp.path for stamp in self.sources if not self.is_known(stamp)]
        if self.cache.files and (self.changed or self.bank_digest != self.cache.bank_digest):
            self.changed = [*self.changed, *self.outdated_translations()]
        if needs_facts:
            self.require_facts()
        if self.has_new_times and self.is_current:
            cache_files.save(self.folder, self.cache)

    def outdated_translations(self) -> list[str]:
        """The translations that did not change, of what did, is new or is gone: they are examined with it."""
        changed = set(self.changed)
        paths = [stamp.path for stamp in self.sources]
        touched = changed | (self.cache.files.keys() - set(paths))
        return [path for path in translations_of(touched, paths) if path not in changed]

    def require_facts(self) -> None:
        """Counts all files as changed if the facts of those that did not change are lost."""
        if len(self.changed) < len(self.sources) and self.loaded_facts is None:
            self.changed = [stamp.path for stamp in self.sources]

    @property
    def is_current(self) -> bool:
        """Whether nothing at all has changed since the last run."""
        return not self.changed and (self.cache.bank_digest, self.cache.day) == (self.bank_digest, self.day)

    @cached_property
    def loaded_facts(self) -> FactRows | None:
        """The facts that the cache holds; None where they are lost."""
        return cache_files.load_facts(self.folder, self.cache) if self.mark else None

    @property
    def known_facts(self) -> FactRows:
        """What the cache holds of the items' facts."""
        known = self.loaded_facts or {}
        return {stamp.path: known.get(stamp.path) for stamp in self.sources}

    def is_known(self, stamp: Stamp) -> bool:
        """Whether the cache's row is about this very file: by size and time, else by content."""
        row = self.cache.files.get(stamp.path)
        if row is None or row.size != stamp.size:
            return False
        if row.changed == stamp.changed:
            return True
        try:
            is_same = row.digest == digest((self.root / stamp.path).read_bytes())
        except OSError:
            return False
        if is_same and self.settled(stamp):
            row.changed = self.settled(stamp)
            self.has_new_times = True
        return is_same

    def settled(self, stamp: Stamp) -> int:
        """The file's time, or 0 where it is so young that the file may change again under the same time."""
        return stamp.changed if stamp.changed < self.started - cache_files.RACY else 0

    def finish_alike(self, fresh: Mapping[str, Row]) -> bool:
        """Takes the rows of what changed and saves them, if the rules over the bank would find what they found.

        They see facts, and, where they find something, the file itself: so no file with such a finding has changed,
        and the facts of those that did are as they were.
        """
        if not self.mark or (self.cache.bank_digest, self.cache.day) != (self.bank_digest, self.day):
            return False
        files = self.cache.files
        if any(path not in files or files[path].facts != row[3] for path, row in fresh.items()):
            return False
        if any(finding.place.path in fresh for finding in self.cache.bank_findings):
            return False
        stamps = {stamp.path: stamp for stamp in self.sources if stamp.path in fresh}
        files.update((path, self.known(stamps[path], row)) for path, row in fresh.items())
        cache_files.save(self.folder, self.cache)
        return True

    def read_bank(self) -> None:
        """Reads the bank's own files, and imports the rules over it, before `finish` asks for them."""
        from exambank.check.bank_files import read_bank_files
        from exambank.check.bank_rules import rules_over_bank

        self.files = read_bank_files(self.root, self.asked)
        rules_over_bank(self.files.selection)
        _lock = self.files.lock  # read when it is first asked for

    def unpack(self, path: str, row: Row) -> None:
        """Takes the facts out of a row before `finish` asks for them."""
        from exambank.check.facts import unpacked

        self.unpacked[path] = unpacked(row[2])

    def known(self, stamp: Stamp, row: Row) -> Known:
        """What the cache is to hold of a file that was examined."""
        return Known(stamp.size, self.settled(stamp), row[0], row[1], row[3])

    def finish(self, fresh: Mapping[str, Row]) -> FactRows:
        """Takes the rows of what changed, runs the rules over the bank, and saves all; returns all facts."""
        from exambank.check.bank_rules import bank_findings

        new = Cache(self.mark, self.cache.generation, self.setting_digest, day=self.day)
        if all(map(self.settled, self.others)):  # else they may change again under the same time
            new.bank_digest = self.bank_digest
        facts: FactRows = dict.fromkeys(stamp.path for stamp in self.sources)
        if len(fresh) < len(self.sources):
            facts.update(self.known_facts)
        for stamp in self.sources:
            row = fresh.get(stamp.path)
            new.files[stamp.path] = self.cache.files[stamp.path] if row is None else self.known(stamp, row)
            if row is not None:
                if stamp.path not in self.unpacked:
                    self.unpack(stamp.path, row)
                facts[stamp.path] = self.unpacked.pop(stamp.path)
        cache = (self.folder, self.mark) if self.mark else (None, "")
        new.bank_findings = tuple(bank_findings(self.root, self.stamps, facts, self.asked, cache, self.files))
        new.patches = {**self.cache.patches, **{path: msgspec.Raw(row[2]) for path, row in fresh.items()}}
        if len(fresh) == len(self.sources) or len(new.patches) > PATCHES:
            new.generation, new.patches = f"{self.started}-{os.getpid()}", {}
        old, self.cache = self.cache.generation, new
        if self.mark:
            rows = ((path, msgspec.Raw(fresh[path][2]) if path in fresh else row) for path, row in facts.items())
            cache_files.save(self.folder, new, rows if new.generation != old else None)
        return facts

    def result(self) -> CheckResult:
        """All findings, once nothing is left to be looked at."""
        rows = [finding for file in self.cache.files.values() for finding in file.findings]
        found = sorted([*rows, *self.cache.bank_findings], key=lambda finding: finding.order)
        files = self.cache.files
        inputs = partial(inputs_digest, self.bank_digest, files)
        of_bank = frozenset(self.cache.bank_findings)
        return CheckResult(tuple(found), len(self.sources), len(self.changed), of_bank, inputs)


def inputs_digest(bank_digest: str, files: Mapping[str, Known]) -> str:
    """A digest of the bank's own files and of the content of all items."""
    return digest_of([bank_digest, *sorted([path, row.digest] for path, row in files.items())])


def setting_digest(root: Path, stamps: Sequence[Stamp]) -> str:
    """A digest of what the examination of every item depends on: bank.yaml, and JSON files that may be its schema."""
    parts: list[object] = []
    pyproject = pyproject_of(root)
    named = [
        root / path
        for path in (
            BANK_FILE,
            *(stamp.path for stamp in stamps if stamp.path.endswith(".json") and stamp.path not in NO_SETTING),
        )
    ]
    for path in [*named, pyproject] if pyproject is not None else named:
        data = _bytes_of(path)
        parts.append([str(path), data and digest(data)])
        if data and b"extend" in data and path.suffix != ".json":
            others = filter(is_file, extended_by(path, data))
            parts.extend([str(other), digest(_bytes_of(other) or b"")] for other in others)
    return digest_of(parts)


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def extended_by(path: Path, data: bytes) -> Iterator[Path]:
    """The files that settings in this one may extend; told without reading it as YAML or TOML, and perhaps too many."""
    for rest in data.split(b"extend")[1:]:
        sign = rest.lstrip(b"\"' \t")
        if sign[:1] in {b":", b"="}:
            line = sign[1:].partition(b"\n")[0].strip()
            is_quoted = line[:1] in {b'"', b"'"}
            name = line[1:].partition(line[:1])[0] if is_quoted else line.partition(b",")[0].partition(b"}")[0]
            yield path.parent / os.fsdecode(name.partition(b" #")[0].strip().replace(b"\0", b""))


def own_stamps(root: Path) -> list[Stamp]:
    """Stamps of the bank's own files, though they be links or ignored by git (`*.lock` often is)."""
    found: list[Stamp] = []
    for name in OWN_FILES:
        try:
            status = (root / name).stat()
        except OSError:
            continue
        found.append(Stamp(name, status.st_size, max(status.st_mtime_ns, status.st_ctime_ns)))
    return found
