"""Findings as one JSON object; its schema is schemas/findings.schema.json."""

import json
from collections.abc import Sequence
from typing import TextIO

from typing_extensions import TypedDict

from exambank.finding import Finding, Fix, Severity
from exambank.report import DEFAULTS, Settings
from exambank.report.encodable import encodable


class EditObject(TypedDict):
    """Text that takes the place of a range; lines and columns from 1, the end column exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


class FixObject(TypedDict):
    """A mend that the tool can make; `is_safe` where `--fix` makes it, else `--unsafe-fixes` does."""

    title: str
    is_safe: bool
    edits: list[EditObject]


class FindingObject(TypedDict):
    """A finding: `help` says how to mend it; lines and columns count from 1, the end column is exclusive."""

    code: str
    name: str
    severity: Severity
    message: str
    help: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    fix: FixObject | None


class FindingsObject(TypedDict):
    """What `check --format json` prints: items looked at, findings by severity, and the findings in order of place."""

    format: int
    files: int
    counts: dict[Severity, int]
    findings: list[FindingObject]


def finding_object(finding: Finding) -> FindingObject:
    """One finding."""
    place = finding.place
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.mend,
        "path": encodable(place.path),
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "fix": fix_object(finding.fix) if finding.fix is not None else None,
    }


def fix_object(fix: Fix) -> FixObject:
    """A fix with its edits."""
    return {
        "title": fix.title,
        "is_safe": fix.is_safe,
        "edits": [
            {
                "line": edit.place.line,
                "column": edit.place.column,
                "end_line": edit.place.end_line,
                "end_column": edit.place.end_column,
                "text": edit.text,
            }
            for edit in fix.edits
        ],
    }


def write(findings: Sequence[Finding], files: int, out: TextIO, _settings: Settings = DEFAULTS) -> None:
    """Writes the object, with counts by severity."""
    counts = {severity: sum(f.severity is severity for f in findings) for severity in Severity}
    objects = [finding_object(finding) for finding in findings]
    data: FindingsObject = {"format": 1, "files": files, "counts": counts, "findings": objects}
    out.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
