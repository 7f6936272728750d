"""Findings as workflow commands, which GitHub Actions shows beside the lines of a pull request.

Escaped as its toolkit does (actions/toolkit, packages/core/src/command.ts).
"""

import re
from collections.abc import Sequence
from typing import TextIO

from exambank.finding import Finding, Severity
from exambank.report import DEFAULTS, Settings
from exambank.report.encodable import encodable
from exambank.report.terminal import shown, summary

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
CONTROLS = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]")  # but for line ends, which can be escaped
MOST = 10  # annotations of a level that GitHub shows for one step


def write(findings: Sequence[Finding], files: int, out: TextIO, _settings: Settings = DEFAULTS) -> None:
    """Writes errors first, so that the limit hits them last, and says where it does; then the line that counts."""
    counts = {}
    for severity in Severity:
        found = [finding for finding in findings if finding.severity is severity]
        counts[COMMANDS[severity]] = len(found)
        out.writelines(command(finding) + "\n" for finding in found)
    if many := [f"{count} {name}s" for name, count in counts.items() if count > MOST]:
        out.write(
            f"::notice title=exambank::GitHub shows {MOST} annotations of a level for one step, and there are "
            f"{', '.join(many)}: the log has them all\n"
        )
    out.write(summary(findings, files, colour=False) + "\n")


def command(finding: Finding) -> str:
    """One finding; GitHub takes a column only within one line."""
    place = finding.place
    properties = {"file": CONTROLS.sub("�", encodable(place.path)), "line": str(place.line)}
    if place.end_line == place.line:
        properties["col"] = str(place.column)
    properties["endLine"] = str(place.end_line)
    properties["title"] = shown(f"{finding.code} {finding.name}")
    given = ",".join(f"{name}={escaped_property(value)}" for name, value in properties.items())
    message = escaped(f"{shown(finding.message)}\nmend: {shown(finding.mend)}")
    return f"::{COMMANDS[finding.severity]} {given}::{message}"


def escaped(text: str) -> str:
    """A command's message."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escaped_property(text: str) -> str:
    """A property's value, which ends at a comma or colons."""
    return escaped(text).replace(":", "%3A").replace(",", "%2C")
