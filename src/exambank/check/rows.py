"""Findings as plain data, for the cache and for the way between processes."""

from collections.abc import Sequence
from typing import Any

from exambank.finding import Finding, Place, Severity

SHAPE = [str] * 6 + [int] * 4
SEVERITIES = frozenset(map(str, Severity))


def finding_row(finding: Finding) -> list[Any]:
    """The row that `finding_of_row` reads back."""
    place = finding.place
    return [
        finding.code, finding.name, str(finding.severity), finding.message, finding.mend,
        place.path, place.line, place.column, place.end_line, place.end_column,
    ]  # fmt: skip


def is_finding_row(row: object) -> bool:
    """Whether a row has the shape that `finding_row` gives it."""
    return isinstance(row, list) and list(map(type, row)) == SHAPE and row[2] in SEVERITIES


def finding_of_row(row: Sequence[Any]) -> Finding:
    """The finding that a row holds."""
    code, name, severity, message, mend, *place = row
    return Finding(code, name, Severity(severity), message, mend, Place(*place))
