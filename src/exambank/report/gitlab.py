"""Findings as GitLab's code quality report (https://docs.gitlab.com/ci/testing/code_quality/)."""

import json
from collections.abc import Sequence
from typing import TextIO

from typing_extensions import TypedDict

from exambank.finding import Finding, Severity
from exambank.report import DEFAULTS, Settings
from exambank.report.encodable import encodable
from exambank.report.fingerprint import fingerprints
from exambank.report.terminal import shown

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


class Lines(TypedDict):
    """First and last line."""

    begin: int
    end: int


class Location(TypedDict):
    """Path from the repository's root, and lines."""

    path: str
    lines: Lines


class Issue(TypedDict):
    """A finding; of those with one fingerprint GitLab shows the first alone."""

    description: str
    check_name: str
    fingerprint: str
    severity: str
    location: Location


def write(findings: Sequence[Finding], _files: int, out: TextIO, _settings: Settings = DEFAULTS) -> None:
    """Writes the list, empty where nothing is found."""
    issues = [issue(finding, mark) for finding, mark in zip(findings, fingerprints(findings), strict=True)]
    out.write(json.dumps(issues, ensure_ascii=False, indent=1) + "\n")


def issue(finding: Finding, mark: str) -> Issue:
    """One finding with its fingerprint."""
    place = finding.place
    return {
        "description": shown(f"{finding.code} {finding.message} (mend: {finding.mend})"),
        "check_name": shown(finding.name),
        "fingerprint": mark,
        "severity": SEVERITIES[finding.severity],
        "location": {"path": encodable(place.path), "lines": {"begin": place.line, "end": place.end_line}},
    }
