"""Findings as one JSON object; its schema is schemas/findings.schema.json."""

import json
from collections.abc import Sequence
from typing import Any, TextIO

from exambank.finding import Finding, Severity


def finding_object(finding: Finding) -> dict[str, Any]:
    """One finding; lines and columns count from 1."""
    place = finding.place
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "message": finding.message,
        "help": finding.mend,
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def write(findings: Sequence[Finding], files: int, out: TextIO) -> None:
    """Writes the object, with counts by severity."""
    counts = {str(severity): sum(f.severity is severity for f in findings) for severity in Severity}
    data = {"format": 1, "files": files, "counts": counts, "findings": [finding_object(f) for f in findings]}
    out.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
