"""A bank as its tests see it: which files are tested, and what the one check of the session found in each."""

import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path, PurePosixPath

import msgspec

from exambank.check.baseline import read_baseline, sift, stale_finding
from exambank.check.run import check_bank
from exambank.check.wanted import codes_off
from exambank.finding import Finding
from exambank.report.terminal import block, lines_of
from exambank.source.discover import BANK_FILE, OWN_FILES, is_item_source, walk


@dataclass(frozen=True)
class CheckedBank:
    """The bank at `root`, which is checked when the first test asks."""

    root: Path

    @cached_property
    def files(self) -> frozenset[str]:
        """The paths that are tests: items, stimuli and the bank's own files."""
        items = (stamp.path for stamp in walk(self.root) if is_item_source(stamp.path))
        return frozenset([*items, *(name for name in OWN_FILES if (self.root / name).is_file())])

    @cached_property
    def folders(self) -> frozenset[str]:
        """The folders in the bank that hold tests."""
        return frozenset(str(folder) for path in self.files for folder in PurePosixPath(path).parents)

    @cached_property
    def findings(self) -> dict[str, list[Finding]]:
        """By the path of the test that tells of them; what lies in no file of the bank is told by bank.yaml's."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in self._new():
            path = finding.place.path
            found[path if path in self.files else BANK_FILE].append(finding)
        return found

    def _new(self) -> Sequence[Finding]:
        """What the bank's baseline does not know."""
        result = check_bank(self.root)
        known = read_baseline(self.root)
        if isinstance(known, Finding):
            return [*result.findings, known]
        sifted = sift(self.root, result.findings, known, off=partial(codes_off, self.root))
        return [*sifted.new, stale_finding(sifted.stale)] if sifted.stale else sifted.new


def findings_text(findings: Sequence[Finding], root: Path, start: Path) -> str:
    """The findings as `exambank check` prints them, with paths from `start` where the bank lies below it."""
    parts: list[str] = []
    sources: dict[str, list[str]] = {}
    for finding in findings:
        file = root / finding.place.path
        path = os.path.relpath(file, start) if file.is_relative_to(start) else str(file)
        place = finding.place._replace(path=Path(path).as_posix())
        parts.append(block(msgspec.structs.replace(finding, place=place), lines_of(str(file), sources), colour=False))
    return "\n".join(parts).rstrip("\n")
