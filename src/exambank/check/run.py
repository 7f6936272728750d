"""A check of a bank: what changed is examined, by several processes where that pays; the rest comes from the cache."""

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exambank.check import cache as cache_files
from exambank.check.cache import Cache
from exambank.finding import Finding, Place, Severity
from exambank.source.digest import digest_of
from exambank.source.discover import BANK_FILE, Stamp, is_item_source, walk

POOL_FROM = 500  # files; below it starting processes costs more than it saves


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Findings in order of place, how many items and stimuli were looked at, how many of them anew.

    `inputs` is a digest of every file of the bank, by content for items, by time for the others.
    """

    findings: tuple[Finding, ...]
    files: int
    examined: int
    inputs: str


def check_bank(root: Path, *, use_cache: bool = True, workers: int | None = None) -> CheckResult:
    """Checks the bank at `root` with every rule."""
    state = _State(root, use_cache)
    if not state.changed and state.cache.bank_digest == state.bank_digest:
        return _result(state.cache, len(state.sources), 0)
    cache, _ = _refreshed(state, workers)
    return _result(cache, len(state.sources), len(state.changed))


def bank_facts(root: Path, *, use_cache: bool = True, workers: int | None = None) -> dict[str, list[Any] | None]:
    """Rows of facts by path (None where a file does not parse), for `bank_rules.bank_view`."""
    state = _State(root, use_cache)
    if not state.changed and state.cache.bank_digest == state.bank_digest:
        known = cache_files.load_facts(state.folder, state.mark)
        if known or not state.sources:
            return {stamp.path: known.get(stamp.path) for stamp in state.sources}
        state.changed = state.sources
    return _refreshed(state, workers)[1]


class _State:
    """What is on disk, what the cache knows of it, and what is to be looked at."""

    def __init__(self, root: Path, use_cache: bool) -> None:
        self.root = root
        self.started = time.time_ns()
        self.stamps = list(walk(root))
        self.folder = cache_files.cache_folder(root)
        self.mark = cache_files.fingerprint() if use_cache else ""
        self.cache = cache_files.load(self.folder, self.mark) if use_cache else Cache()
        self.setting_digest = setting_digest(self.stamps)
        self.bank_digest = digest_of([[stamp.path, *others_identity(stamp)] for stamp in self.stamps])
        self.sources: Sequence[Stamp] = [stamp for stamp in self.stamps if is_item_source(stamp.path)]
        same_setting = self.cache.setting_digest == self.setting_digest
        self.changed: Sequence[Stamp] = [
            stamp for stamp in self.sources if not same_setting or not is_unchanged(stamp, self.cache)
        ]


def _refreshed(state: _State, workers: int | None) -> tuple[Cache, dict[str, list[Any] | None]]:
    """Examines what changed, runs the bank's rules, and saves both."""
    from exambank.check.bank_rules import bank_findings
    from exambank.check.workers import examine_paths

    changed = [stamp.path for stamp in state.changed]
    known = {}
    if state.mark and len(changed) < len(state.sources):
        known = cache_files.load_facts(state.folder, state.mark)
        if not known:
            changed = [stamp.path for stamp in state.sources]
    fresh = examine_paths(state.root, changed, worker_count(len(changed), workers))
    new = Cache(setting_digest=state.setting_digest, bank_digest=state.bank_digest)
    facts: dict[str, list[Any] | None] = {}
    for stamp in state.sources:
        row = fresh.get(stamp.path)
        if row is None:
            old = state.cache.files[stamp.path]
            row = (old[2], old[3], known.get(stamp.path))
        facts[stamp.path] = row[2]
        trusted = stamp.changed < state.started - cache_files.RACY
        new.files[stamp.path] = [stamp.size, stamp.changed if trusted else 0, row[0], row[1]]
    new.bank_findings = [finding_row(finding) for finding in bank_findings(state.root, state.stamps, facts)]
    if state.mark:
        cache_files.save(state.folder, state.mark, new, {path: row for path, row in facts.items() if row is not None})
    return new, facts


def setting_digest(stamps: Sequence[Stamp]) -> str:
    """A digest of what the examination of every item depends on: bank.yaml and the JSON files beside it."""
    return digest_of([[s.path, *s.identity] for s in stamps if s.path == BANK_FILE or is_house_schema(s.path)])


def is_house_schema(path: str) -> bool:
    """Whether a path may be the house schema."""
    return path.endswith(".json")


def others_identity(stamp: Stamp) -> list[int]:
    """What the bank's rules depend on beside the facts: size and time of every file that is no item."""
    return [] if is_item_source(stamp.path) else stamp.identity


def is_unchanged(stamp: Stamp, cache: Cache) -> bool:
    """Whether the cache's row is about this very file."""
    row = cache.files.get(stamp.path)
    return row is not None and row[0] == stamp.size and row[1] == stamp.changed


def worker_count(files: int, wanted: int | None) -> int:
    """Processes to use: one below `POOL_FROM` files, else as asked for or one a core."""
    if files < POOL_FROM:
        return 1
    return max(1, wanted if wanted is not None else available_cores())


def available_cores() -> int:
    """Cores that this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def finding_row(finding: Finding) -> list[Any]:
    """Plain data for the cache and for the way between processes."""
    place = finding.place
    return [
        finding.code, finding.name, str(finding.severity), finding.message, finding.mend,
        place.path, place.line, place.column, place.end_line, place.end_column,
    ]  # fmt: skip


def finding_of_row(row: Sequence[Any]) -> Finding:
    """The finding that a row holds."""
    code, name, severity, message, mend, *place = row
    return Finding(code, name, Severity(severity), message, mend, Place(*place))


def _result(cache: Cache, files: int, examined: int) -> CheckResult:
    rows = [row for file in cache.files.values() for row in file[3]]
    findings = sorted(map(finding_of_row, [*rows, *cache.bank_findings]), key=lambda finding: finding.order)
    inputs = digest_of([cache.bank_digest, *sorted([path, row[2]] for path, row in cache.files.items())])
    return CheckResult(tuple(findings), files, examined, inputs)
