"""A check of a bank: what changed is examined, by several processes where that pays; the rest comes from the cache."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from exambank.check.state import BankState, CheckResult, FactRows, Row

Rows = Iterator[tuple[str, Row]]
Progress = Callable[[Rows, int], Iterable[tuple[str, Row]]]  # passes rows on, of which there will be so many

POOL_FROM = 500  # files; below it starting processes costs more than it saves


def check_bank(
    root: Path,
    *,
    use_cache: bool = True,
    workers: int | None = None,
    asked: Mapping[str, Any] | None = None,
    progress: Progress | None = None,
) -> CheckResult:
    """Checks the bank at `root`; `asked` are settings of the checks for this run alone, which the cache never sees."""
    state = BankState(root, use_cache and not asked, asked, needs_facts=False)
    if not state.is_current:
        fresh = examined(state, workers, progress)
        if not state.finish_alike(fresh):
            state.require_facts()
            if len(fresh) < len(state.changed):
                fresh = examined(state, workers, progress)
            state.finish(fresh)
    return state.result()


def bank_facts(root: Path, *, use_cache: bool = True, workers: int | None = None) -> FactRows:
    """Rows of facts by path (None where a file does not parse), for `bank_rules.bank_view`."""
    state = BankState(root, use_cache)
    if state.is_current:
        return state.known_facts
    return state.finish(examined(state, workers))


def examined(state: BankState, workers: int | None, progress: Progress | None = None) -> dict[str, Row]:
    """The rows of what changed, by one process or several."""
    from exambank.check.workers import examine_paths

    count = len(state.changed)
    rows = examine_paths(state.root, state.changed, worker_count(count, workers), state.asked)
    if count < POOL_FROM:
        return dict(rows)
    found: dict[str, Row] = {}
    for path, row in progress(rows, count) if progress is not None else rows:
        if not found:  # all that is done while the workers are at the next files need not be done behind the last
            state.read_bank()
        found[path] = row
        state.unpack(path, row)
    return found


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
