"""A report for a pull request's comment: counts, coverage, findings, and what could be mended; cut to GitHub's limit.

Who may read the comment may read the bank, but a comment is mailed, and stays when history is mended. So nothing in it
tells a key: no words of items in messages, and no marks, answers or reasons in differences (docs/decisions/0019).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TextIO
from urllib.parse import quote

from exambank.finding import Finding, Severity, plural
from exambank.report import DEFAULTS, Mended, Settings
from exambank.report.differences import differences
from exambank.report.markdown import LONG, escaped, uncalled
from exambank.report.terminal import summary

MOST = 65_000  # characters; GitHub takes 65,536 with the line that a comment is found by
AROUND = 1_000  # of them, for headings and what folds parts
COVERAGE_MOST, MENDS_LEAST = 16_000, 12_000  # of them, those that coverage may take and findings leave to mends
QUOTED = re.compile(r'".*"', re.DOTALL)
HEAD = ("| place | severity | rule | what is wrong, and the mend |", "|---|---|---|---|")


def write(findings: Sequence[Finding], files: int, out: TextIO, settings: Settings = DEFAULTS) -> None:
    """Writes the parts that there are; what is too long is cut, with a count of what is left out."""
    out.write(f"### exambank\n\n{summary(findings, files, colour=False)}\n")
    room = MOST - AROUND
    coverage = "\n".join(cut(settings.coverage().splitlines(), "line", COVERAGE_MOST))
    if coverage:
        out.write(f"\n{coverage}\n")
        room -= len(coverage)
    mended = list(settings.mended())
    if findings:
        rows = [finding_row(one, settings.link) for one in findings]
        table = cut(rows, "finding", room - MENDS_LEAST if mended else room)
        text = "\n".join(folded(plural(len(rows), "finding"), [*HEAD, *table], is_folded=len(rows) > LONG))
        out.write(f"\n### Findings\n\n{text}\n")
        room -= len(text)
    if mended:
        out.write("\n".join(["", "### What exambank can mend", *mends(mended, room), ""]))


def cut(lines: Sequence[str], noun: str, room: int) -> list[str]:
    """As many lines as fit into so many characters, and how many are left out."""
    ends = accumulate(len(line) + 1 for line in lines)
    fitting = sum(end <= room for end in ends)
    left = len(lines) - fitting
    return [*lines[:fitting], *(["", f"… and {plural(left, noun)} more."] if left else [])]


def folded(title: str, lines: Iterable[str], *, is_folded: bool) -> Iterator[str]:
    """The lines, behind a title to be opened where that is asked."""
    if not is_folded:
        yield from lines
        return
    yield from ("<details>", f"<summary>{title}</summary>", "", *lines, "", "</details>")


def finding_row(finding: Finding, link: str) -> str:
    """One finding, without the words of the item that its message quotes."""
    place = finding.place
    where = f"{escaped(place.path)}:{place.line}:{place.column}"
    if link and not place.path.startswith("/"):
        where = f"[{where}]({link}/{quote(place.path, errors='replace')}?plain=1#L{place.line})"
    severity = "note" if finding.severity is Severity.INFO else str(finding.severity)
    said = escaped(QUOTED.sub('"…"', finding.message))
    rule = escaped(f"{finding.code} {finding.name}")
    return f"| {where} | {severity} | {rule} | {said}<br>mend: {escaped(finding.mend)} |"


def mends(mended: Sequence[Mended], room: int) -> Iterator[str]:
    """What each option would mend, and how files would change."""
    safe = [one for one in mended if one.safely != one.before]
    wholly = [one for one in mended if one.wholly != one.safely]
    count = sum(one.safe for one in mended)
    yield "\nMarks of options, answers and reasons are not shown here."
    half = room // 2 if safe and wholly else room
    if safe:
        yield f"\n`exambank check --fix` mends {plural(count, 'finding')}."
        yield from difference([(one.path, one.before, one.safely) for one in safe], half)
    if wholly:
        more = plural(sum(one.all for one in mended) - count, "finding")
        yield f"\n`exambank check --unsafe-fixes` mends {more}{' more' if safe else ''}; look at them afterwards."
        yield from difference([(one.path, one.before, one.wholly) for one in wholly], half)


def difference(changed: Sequence[tuple[str, str, str]], room: int) -> Iterator[str]:
    """The differences, folded, in a fence, which none of them ends: each line begins with a sign."""
    lines = [uncalled(line) for path, before, after in changed for line in differences(path, before, after)]
    shown = cut(lines, "line", room)
    note = shown[-2:] if len(shown) > 1 and shown[-1].startswith("… and ") else []
    body = shown[: len(shown) - len(note)]
    title = f"{plural(len(changed), 'file')} would change"
    yield from ("", *folded(title, ["```diff", *body, "```", *note], is_folded=True))
