"""Findings put together by their files."""

from collections.abc import Iterable

from exambank.finding import Finding


def by_file(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings of each path, both in the order they come in."""
    files: dict[str, list[Finding]] = {}
    for finding in findings:
        files.setdefault(finding.place.path, []).append(finding)
    return files
