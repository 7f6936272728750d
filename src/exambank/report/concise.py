"""Findings a line each, for grep and editors (`path:line:col severity CODE name message`), and the line that counts."""

from collections.abc import Sequence
from typing import TextIO

from exambank.finding import Finding
from exambank.report import DEFAULTS, Settings
from exambank.report.terminal import shown, summary


def write(findings: Sequence[Finding], files: int, out: TextIO, _settings: Settings = DEFAULTS) -> None:
    """Writes the lines, without colour."""
    out.writelines(line(finding) + "\n" for finding in findings)
    out.write(summary(findings, files, colour=False) + "\n")


def line(finding: Finding) -> str:
    """One finding."""
    place = finding.place
    where = f"{place.path}:{place.line}:{place.column}"
    return shown(f"{where} {finding.severity} {finding.code} {finding.name} {finding.message}")
