"""The baseline of a bank, as `exambank check` counts, writes and prunes it."""

import os
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from exambank.check.state import CheckResult
from exambank.cli.paths import path_from_here
from exambank.finding import Finding, plural
from exambank.source.discover import BASELINE_FILE


def known_left_out(
    root: Path,
    result: CheckResult,
    shown: Sequence[Finding],
    *,
    is_pruned: bool,
    is_whole: bool,
    asked: Mapping[str, Any] | None = None,
) -> tuple[list[Finding], list[str]]:
    """The findings that the baseline does not know, and what is to be said of it; pruned where that is asked.

    Where the whole bank is shown, entries that answer to no finding are one.
    """
    if not os.path.lexists(root / BASELINE_FILE):
        return list(shown), []
    from exambank.check.baseline import baseline_text, read_baseline, sift, stale_finding
    from exambank.check.wanted import codes_off
    from exambank.source.replace import replace_file

    known = read_baseline(root)
    if isinstance(known, Finding):
        return [*shown, known], []
    everything = sift(root, result.findings, known, off=partial(codes_off, root, asked))
    notes = []
    file = path_from_here(root / BASELINE_FILE)
    if is_pruned and everything.stale:
        replace_file(root / BASELINE_FILE, baseline_text(known - everything.stale).encode())
        count = everything.stale.total()
        notes.append(f"{count} {'entry' if count == 1 else 'entries'} taken out of {file}")
    new = set(everything.new)
    left = [finding for finding in shown if finding in new]
    if everything.known:
        notes.append(f"{plural(everything.known, 'finding')} known from {file}, not shown")
    if everything.stale and is_whole and not is_pruned:
        left.append(stale_finding(everything.stale))
    return left, notes


def written(root: Path, result: CheckResult) -> str:
    """Records all findings of a bank as known; what is to be said of it."""
    from exambank.check.baseline import baseline_text, counted
    from exambank.source.replace import replace_file

    known = counted(root, result.findings)
    replace_file(root / BASELINE_FILE, baseline_text(known).encode())
    return f"{plural(known.total(), 'finding')} recorded in {path_from_here(root / BASELINE_FILE)}"
