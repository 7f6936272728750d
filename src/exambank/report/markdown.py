"""Findings as Markdown for a pull request's comment or a job's summary: counts by file, and the findings in a table."""

import re
from collections.abc import Iterator, Sequence
from typing import TextIO

from exambank.finding import Finding, Severity, plural
from exambank.report import DEFAULTS, Settings
from exambank.report.by_file import by_file
from exambank.report.terminal import shown, summary

LONG = 20  # rows of a table beyond which it is collapsed
MOST = 200  # rows of a table; GitHub refuses a comment of more than 65,536 characters
MARKUP = re.compile(r"[\\`*_{}\[\]<>|~#$&!:.]")
CALLS = re.compile(r"@(?=[a-z0-9])|#(?=\d)|\bgh-(?=\d)", re.IGNORECASE)
UNSEEN = "\N{ZERO WIDTH SPACE}"


def write(findings: Sequence[Finding], files: int, out: TextIO, _settings: Settings = DEFAULTS) -> None:
    """Writes a heading, the line that counts, and both tables where there are findings."""
    out.write(f"### exambank check\n\n{summary(findings, files, colour=False)}\n")
    if findings:
        head = ["| file | errors | warnings | notes |", "|---|--:|--:|--:|"]
        rows = [counts_row(path, found) for path, found in by_file(findings).items()]
        out.writelines(line + "\n" for line in table("file", head, rows))
        head = ["| place | severity | rule | what is wrong, and the mend |", "|---|---|---|---|"]
        out.writelines(line + "\n" for line in table("finding", head, [finding_row(one) for one in findings]))


def table(noun: str, head: Sequence[str], rows: Sequence[str]) -> Iterator[str]:
    """The lines of a table, collapsed where it is long and cut where it is too long."""
    yield ""
    if len(rows) > LONG:
        yield from ("<details>", f"<summary>{plural(len(rows), noun)}</summary>", "")
    yield from (*head, *rows[:MOST])
    if len(rows) > MOST:
        yield from ("", f"… and {plural(len(rows) - MOST, noun)} more.")
    if len(rows) > LONG:
        yield from ("", "</details>")


def counts_row(path: str, findings: Sequence[Finding]) -> str:
    """A file with its counts by severity."""
    counts = [str(sum(finding.severity is severity for finding in findings)) for severity in Severity]
    return f"| {' | '.join([escaped(path), *counts])} |"


def finding_row(finding: Finding) -> str:
    """One finding."""
    place = finding.place
    cells = (
        f"{escaped(place.path)}:{place.line}:{place.column}",
        "note" if finding.severity is Severity.INFO else str(finding.severity),
        escaped(f"{finding.code} {finding.name}"),
        f"{escaped(finding.message)}<br>mend: {escaped(finding.mend)}",
    )
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """The text as Markdown that shows it as it is, and calls nobody."""
    return MARKUP.sub(r"\\\g<0>", uncalled(text))


def uncalled(text: str) -> str:
    """The text on one line, with what keeps GitHub from telling somebody or linking an issue.

    It looks for both after Markdown is read, so no backslash helps, and in plain text where a mail is answered.
    """
    return CALLS.sub(rf"\g<0>{UNSEEN}", shown(text))
