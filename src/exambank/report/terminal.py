"""Findings for a person: place, code, message, the line with a caret, the mend, and a last line that counts."""

import os
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from exambank.finding import Finding, Place, Severity, plural
from exambank.report import DEFAULTS, Settings

COLOURS = {Severity.ERROR: "\033[1;31m", Severity.WARNING: "\033[1;33m", Severity.INFO: "\033[1;36m"}
BOLD, DIM, GREEN, RESET = "\033[1m", "\033[2m", "\033[32m", "\033[0m"
WIDTH = 120  # columns of a line of source that are shown
MARGIN = 30  # columns kept before the caret where the line is longer


def write(findings: Sequence[Finding], files: int, out: TextIO, settings: Settings = DEFAULTS) -> None:
    """Writes all findings, in colour where there is some."""
    colour = has_colour(out)
    sources = {path: text.split("\n") for path, text in settings.texts.items()}
    out.writelines(block(finding, lines_of(finding.place.path, sources), colour) + "\n" for finding in findings)
    out.write(summary(findings, files, colour) + "\n")


def has_colour(out: TextIO) -> bool:
    """Whether colours are for this stream: a terminal, and never under NO_COLOR (https://no-color.org)."""
    return out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def lines_of(path: str, sources: dict[str, list[str]]) -> list[str]:
    """The file's lines, read once; none of a picture, of what cannot be read, or of a link: it may leave the bank."""
    if path not in sources:
        file = Path(path)
        try:
            text = "" if file.is_symlink() else file.read_text("utf-8", "replace")
            sources[path] = [] if "\0" in text and file.suffix != ".md" else text.split("\n")
        except (OSError, ValueError):  # the latter: a name that no system takes
            sources[path] = []
    return sources[path]


def block(finding: Finding, lines: Sequence[str], colour: bool) -> str:
    """One finding with its excerpt."""

    def paint(text: str, code: str) -> str:
        return f"{code}{text}{RESET}" if colour else text

    place = finding.place
    head = f"{paint(f'{shown(place.path)}:{place.line}:{place.column}', BOLD)} "
    rule = paint(shown(f"{finding.severity} {finding.code}"), COLOURS[finding.severity])
    head += f"{rule} {paint(shown(finding.name), DIM)}"
    gutter = " " * len(str(place.line))
    parts = [f"{head}\n{gutter} {paint('│', DIM)} {shown(finding.message)}"]
    if 0 < place.line <= len(lines) and lines[place.line - 1].strip():
        source, caret = excerpt(lines[place.line - 1], place)
        parts.append(f"{paint(f'{place.line} │', DIM)} {source}")
        parts.append(f"{gutter} {paint('│', DIM)} {paint(caret, COLOURS[finding.severity])}")
    if finding.fix is not None:
        option = "--fix" if finding.fix.is_safe else "--unsafe-fixes"
        parts.append(f"{gutter} {paint('│', DIM)} {paint(f'{option} would {shown(finding.fix.title)}', DIM)}")
    parts.append(f"{gutter} {paint('╰', DIM)} {paint('mend:', GREEN)} {shown(finding.mend)}\n")
    return "\n".join(parts)


def excerpt(line: str, place: Place) -> tuple[str, str]:
    """The line, cut to fit, and carets beneath the place."""
    line = shown(line)
    start = min(place.column - 1, len(line))
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    cut = max(0, start - MARGIN) if len(line) > WIDTH and start > WIDTH - MARGIN else 0
    part = line[cut : cut + WIDTH]
    before = "…" if cut else ""
    after = "…" if cut + WIDTH < len(line) else ""
    marked = part[start - cut : max(start + 1, end) - cut]
    caret = " " * (len(before) + width(part[: start - cut])) + "^" * max(1, width(marked))
    return f"{before}{part}{after}", caret


def shown(text: str) -> str:
    """The text without characters that would move the cursor or change the terminal's colours."""
    return "".join(c if c.isprintable() else " " if c == "\t" else "�" for c in text)


def width(text: str) -> int:
    """Columns that a terminal gives a text."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def summary(findings: Sequence[Finding], files: int, colour: bool) -> str:
    """The last line: how many findings of each severity, in how many files."""
    counts = {severity: sum(f.severity is severity for f in findings) for severity in Severity}
    if not findings:
        text = f"✓ no findings in {plural(files, 'item')}"
        return f"{GREEN}{text}{RESET}" if colour else text
    said = [
        plural(count, str(severity) if severity is not Severity.INFO else "note")
        for severity, count in counts.items()
        if count
    ]
    places = len({finding.place.path for finding in findings})
    return f"{', '.join(said)} in {plural(places, 'file')}; {plural(files, 'item')} looked at{fixable(findings)}"


def fixable(findings: Sequence[Finding]) -> str:
    """How many findings the tool can mend itself, and by which option."""
    fixes = [finding.fix for finding in findings if finding.fix is not None]
    safe = sum(fix.is_safe for fix in fixes)
    said = [f"{safe} with --fix"] if safe else []
    said += [f"{len(fixes) - safe} with --unsafe-fixes"] if len(fixes) > safe else []
    return f"; exambank can mend {' and '.join(said)}" if said else ""
