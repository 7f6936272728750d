"""Findings to be written, plain and odd ones, and any at all."""

import io
from pathlib import Path
from types import ModuleType

from hypothesis import strategies as st

from exambank.finding import Edit, Finding, Fix, Place, Severity
from exambank.report import DEFAULTS, RuleHelp, Settings

ODD = "bank/items/ä |b,c:100%\n\udcff.md"


def at(severity: Severity, path: str, line: int, message: str = "two options are equal") -> Finding:
    """A finding of five characters; its mend never changes."""
    return Finding("OPT001", "duplicate-option", severity, message, "change one", Place(path, line, 7, line, 12))


FIX = Fix("write `version: 2`", True, ("version",), (Edit(Place("bank/b.md", 2, 10, 2, 11), "2\n"),))
EQUAL = [at(Severity.ERROR, "bank/items/a.md", 9), at(Severity.ERROR, "bank/items/a.md", 12)]
FINDINGS = [
    at(Severity.WARNING, "bank/items/a.md", 3, 'raw HTML: "<b>&amp;</b>", 50% ]]> of it'),
    *EQUAL,
    Finding(
        "LIF003", "version-not-bumped", Severity.INFO, "text changed", "`version: 2`", Place("bank/b.md", 2, 1, 4), FIX
    ),
    at(Severity.ERROR, ODD, 1, "\x1b[31m@team, see #1: $a$ | *b*\n::error::no \ud800\ufffe"),
    Finding("XYZ001", "of-a-plugin", Severity.WARNING, "予算", "予算と", Place("/elsewhere/c.md")),
]  # fmt: skip
RULES = (
    RuleHelp("OPT001", "duplicate-option", Severity.ERROR, "two are equal.", "both would be right.", "# OPT001\n"),
    RuleHelp("STR010", "no-key", Severity.ERROR, "no option is a key.", "nobody could be right.", "# STR010\n"),
)
SETTINGS = Settings(rules=lambda: RULES)

anything = st.text(st.characters(), max_size=20)  # lone surrogates and control characters too
lines = st.integers(1, 10**6)
places = st.builds(Place, anything, lines, lines, lines, lines)
edits = st.builds(Edit, places, anything)
any_fix = st.builds(
    Fix, anything, st.booleans(), st.just(("stem",)), st.lists(edits, min_size=1, max_size=2).map(tuple)
)
any_finding = st.builds(
    Finding, anything, anything, st.sampled_from(Severity), anything, anything, places, st.none() | any_fix
)  # fmt: skip
any_findings = st.lists(any_finding, max_size=4)


def written(format_: ModuleType, findings: list[Finding], settings: Settings = DEFAULTS) -> str:
    """What a format's writer writes of a bank of 5 items, which is the same each time, UTF-8, and without colour."""
    outs = [io.StringIO() for _ in range(2)]
    for out in outs:
        format_.write(findings, 5, out, settings)
    text = outs[0].getvalue()
    assert outs[1].getvalue() == text
    assert "\x1b" not in text
    text.encode()
    return text


def golden(name: str, text: str, *, update: bool) -> str:
    """The text that is wanted, which is this one from now on where goldens are updated."""
    path = Path(__file__).parent / name
    if update:
        path.write_text(text, "utf-8", newline="\n")
    return path.read_text("utf-8")
