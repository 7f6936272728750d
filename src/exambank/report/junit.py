"""Findings as JUnit XML: a test case a file, failed by findings at or above the fail level.

The form has no warnings, so findings below that level go to the case's output. A case has one failure with all its
findings, since readers such as Jenkins and GitLab show no more than one.
"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import TextIO

from exambank.finding import Finding, Severity, plural
from exambank.report import DEFAULTS, Settings
from exambank.report.by_file import by_file
from exambank.report.concise import line
from exambank.report.terminal import shown, summary


def write(findings: Sequence[Finding], files: int, out: TextIO, settings: Settings = DEFAULTS) -> None:
    """Writes one suite; where nothing is found it has one case that passes, since readers refuse an empty one."""
    cases = by_file(findings)
    failed = sum(any(one.severity in settings.failing for one in found) for found in cases.values())
    counts = f'tests="{len(cases) or 1}" failures="{failed}" errors="0" skipped="0"'
    out.write(f'<?xml version="1.0" encoding="utf-8"?>\n<testsuites>\n<testsuite name="exambank" {counts}>\n')
    for path, found in cases.items():
        out.writelines(part + "\n" for part in case(path, found, settings.failing))
    if not cases:
        out.write(f'<testcase classname="exambank" name={quoted(summary(findings, files, colour=False))}/>\n')
    out.write("</testsuite>\n</testsuites>\n")


def case(path: str, findings: Sequence[Finding], failing: Sequence[Severity]) -> Iterator[str]:
    """The lines of one file's case."""
    failures = [finding for finding in findings if finding.severity in failing]
    others = [finding for finding in findings if finding.severity not in failing]
    yield f'<testcase classname="exambank" name={quoted(path)} file={quoted(path)}>'
    if failures:
        message = failures[0].message if len(failures) == 1 else plural(len(failures), "finding")
        yield f"<failure message={quoted(message)} type={quoted(failures[0].code)}>{lines(failures)}</failure>"
    if others:
        yield f"<system-out>{lines(others)}</system-out>"
    yield "</testcase>"


def lines(findings: Sequence[Finding]) -> str:
    """Findings as text, two lines each."""
    return "\n".join(f"{escape(line(one))}\n  mend: {escape(shown(one.mend))}" for one in findings)


def quoted(text: str) -> str:
    """An attribute's value; characters that XML does not allow are replaced with all others that do not print."""
    return f'"{escape(shown(text))}"'
