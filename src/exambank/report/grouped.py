"""Findings below the name of their file, each with its mend: for many findings in few files, without the lines."""

from collections.abc import Sequence
from typing import TextIO

from exambank.finding import Finding
from exambank.report import DEFAULTS, Settings
from exambank.report.by_file import by_file
from exambank.report.terminal import shown, summary


def write(findings: Sequence[Finding], files: int, out: TextIO, _settings: Settings = DEFAULTS) -> None:
    """Writes a block a file, without colour, and the line that counts."""
    for path, found in by_file(findings).items():
        out.write(f"{shown(path)}\n")
        for finding in found:
            where = f"{finding.place.line}:{finding.place.column}"
            out.write(shown(f"  {where} {finding.severity} {finding.code} {finding.name} {finding.message}") + "\n")
            out.write(shown(f"  {' ' * len(where)} mend: {finding.mend}") + "\n")
        out.write("\n")
    out.write(summary(findings, files, colour=False) + "\n")
