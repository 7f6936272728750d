"""Fixes of a bank's findings, file by file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from exambank.check.bank_files import read_bank_files
from exambank.check.bank_rules import OVER_BANK
from exambank.check.fix import Fixed, fixed
from exambank.check.workers import setting_of
from exambank.finding import Finding
from exambank.source.discover import is_item_source
from exambank.source.pictures.metadata import is_picture, stripped
from exambank.source.read import read


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file's path in the bank, its text before, and what became of it."""

    path: str
    before: str
    fixed: Fixed

    @property
    def is_changed(self) -> bool:
        """Whether its text is another."""
        return self.fixed.text != self.before


def fixed_files(
    root: Path, findings: Iterable[Finding], *, unsafe: bool, asked: Mapping[str, Any] | None = None
) -> Iterator[FixedFile]:
    """Each file of which a finding can be mended, and its new text; nothing is written."""
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.fix is not None and (unsafe or finding.fix.is_safe):
            by_path.setdefault(finding.place.path, []).append(finding)
    if not by_path:
        return
    setting = setting_of(read_bank_files(root, asked))
    own = {rule.code for rule in setting.rules if rule.over not in OVER_BANK}
    for path, wanted in sorted(by_path.items()):
        if not is_item_source(path):
            continue
        file = read(root, path)
        if not file.digest:
            continue
        codes = frozenset(finding.code for finding in wanted)
        of_bank = [finding for finding in wanted if finding.code not in own]
        yield FixedFile(path, file.text, fixed(file, setting, partial(_is_wanted, codes, unsafe), of_bank))


@dataclass(frozen=True, slots=True)
class StrippedPicture:
    """A picture's path in the bank, the finding, its bytes, and those without metadata, if there is proof of them."""

    path: str
    finding: Finding
    before: bytes
    after: bytes | None


def stripped_pictures(root: Path, findings: Iterable[Finding]) -> Iterator[StrippedPicture]:
    """Each picture from which what it says beside the picture can be taken; nothing is written."""
    for finding in findings:
        path = finding.place.path
        if finding.fix is None or not is_picture(path) or (root / path).is_symlink():
            continue
        try:
            before = (root / path).read_bytes()
        except OSError:
            continue
        yield StrippedPicture(path, finding, before, stripped(path, before))


def _is_wanted(codes: frozenset[str], unsafe: bool, finding: Finding) -> bool:
    return finding.code in codes and finding.fix is not None and (unsafe or finding.fix.is_safe)
