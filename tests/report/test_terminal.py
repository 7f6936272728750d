"""Findings for a person: carets stand beneath what is meant, whatever the line holds."""

import io
import os
import re
from pathlib import Path

import pytest

from exambank.finding import Finding, Place, Severity
from exambank.report.terminal import WIDTH, block, excerpt, summary, width, write

GOLDEN = Path(__file__).parent / "terminal.txt"


def finding(line: int, columns: tuple[int, int], **other: str) -> Finding:
    message = other.get("message", "what is wrong")
    place = Place(other.get("path", "bank/items/a.md"), line, columns[0], line, columns[1])
    return Finding("OPT001", "duplicate-option", Severity.ERROR, message, other.get("mend", "mend it"), place)


SOURCE = [
    "id: a",
    "- [x] 予算と時間 と *予算*",
    "\tTab\there",
    "e\u0301te\u0301 est la\u0300",
    "a long line " * 20 + "THERE" + " and more" * 10,
    "a long line with its fault first " * 8,
    "zero\u200bwidth \x1b[31mred\x1b[0m \u202ereversed\u202c",
    "",
    "🧪 test",
]
FINDINGS = [
    finding(1, (5, 6)),
    finding(2, (7, 12)),
    finding(3, (6, 10)),
    finding(4, (7, 10)),
    finding(5, (241, 246)),
    finding(6, (3, 7)),
    finding(7, (12, 20), message="ESC\x1b[2J and BEL\x07", mend="RLO\u202e"),
    finding(8, (1, 1)),
    finding(9, (3, 7)),
    finding(99, (1, 2)),
    finding(1, (1, 1), path="nowhere\x1b.md"),
]


def test_the_excerpts(request: pytest.FixtureRequest) -> None:
    text = "\n".join(block(one, SOURCE, colour=False) for one in FINDINGS)
    if request.config.getoption("--update-goldens"):
        GOLDEN.write_text(text, "utf-8", newline="\n")
    assert text == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("one", FINDINGS[:7], ids=lambda one: f"line {one.place.line}")
def test_the_caret_stands_beneath_its_text(one: Finding) -> None:
    """In columns of a terminal, not in characters."""
    line = SOURCE[one.place.line - 1]
    shown, caret = excerpt(line, one.place)
    meant = line[one.place.column - 1 : one.place.end_column - 1]
    clean = "".join(c if c.isprintable() else " " if c == "\t" else "�" for c in meant)
    before = shown[: shown.index(clean)]
    assert width(before) == len(caret) - len(caret.lstrip())
    assert caret.count("^") == width(clean)


@pytest.mark.parametrize("columns", [(1, 2), (100, 101), (500, 510), (999, 1001), (2000, 2001)])
def test_a_long_line_is_cut_and_what_is_meant_is_kept(columns: tuple[int, int]) -> None:
    line = "".join(chr(0x4E00 + n) for n in range(1000))
    shown, caret = excerpt(line, Place("a.md", 1, columns[0], 1, columns[1]))
    assert len(shown) <= WIDTH + 2
    assert "^" in caret
    if columns[0] <= 1000:
        assert line[columns[0] - 1] in shown


def test_a_range_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert excerpt("abcdef", Place("a.md", 1, 3, 4, 2)) == ("abcdef", "  ^^^^")


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("日本", 4), ("ﾊﾟ", 2), ("e\u0301", 1), ("🧪", 2), ("", 0), ("ａ", 2)]
)
def test_the_width_of_a_text(text: str, columns: int) -> None:
    assert width(text) == columns


def at(severity: Severity, path: str) -> Finding:
    return Finding("A", "a", severity, "m", "m", Place(path))


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([], "✓ no findings in 3 items"),
        ([at(Severity.ERROR, "a")], "1 error in 1 file; 3 items looked at"),
        ([at(Severity.ERROR, "a"), at(Severity.ERROR, "b")], "2 errors in 2 files; 3 items looked at"),
        (
            [at(Severity.INFO, "a"), at(Severity.WARNING, "a"), at(Severity.WARNING, "a")],
            "2 warnings, 1 note in 1 file; 3 items looked at",
        ),
    ],
)
def test_the_last_line_counts(found: list[Finding], words: str) -> None:
    assert summary(found, 3, colour=False) == words


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("variables", "is_coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colour_is_for_terminals(variables: dict[str, str], is_coloured: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    terminal, pipe = Terminal(), io.StringIO()
    write(FINDINGS[:1], 1, terminal)
    write(FINDINGS[:1], 1, pipe)
    assert ("\033[" in terminal.getvalue()) is is_coloured
    assert re.sub(r"\033\[[0-9;]*m", "", terminal.getvalue()) == pipe.getvalue()


def test_the_line_is_read_from_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"first\n\xff second\n")
    out = io.StringIO()
    write([finding(2, (3, 9), path=os.fspath(tmp_path / "a.md"))], 1, out)
    assert "2 │ � second\n  │   ^^^^^^\n" in out.getvalue()


def test_a_picture_has_no_excerpt(tmp_path: Path) -> None:
    """Its bytes are no text; those of an item are shown, whatever they are."""
    picture, item = tmp_path / "a.png", tmp_path / "a.md"
    for file in (picture, item):
        file.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    out = io.StringIO()
    write([finding(1, (1, 2), path=str(one)) for one in (picture, item)], 1, out)
    first, second = out.getvalue().split("\n\n")[:2]
    assert "PNG" not in first
    assert "PNG" in second
