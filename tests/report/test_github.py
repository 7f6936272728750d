"""Workflow commands, read back as GitHub's runner reads them."""

import re

from hypothesis import given
from tests.report.samples import FINDINGS, any_findings, at, golden, written

from exambank.finding import Finding, Place, Severity
from exambank.report import github

COMMAND = re.compile(r"::(?P<level>error|warning|notice) (?P<properties>[^:]*)::(?P<message>[^\r\n]*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Level, properties and message of every command; the last line is none."""
    found = []
    for line in re.split(r"\r\n|\r|\n", text)[:-2]:
        match = COMMAND.fullmatch(line)
        assert match is not None, line
        pairs = (pair.split("=", 1) for pair in match["properties"].split(","))
        found.append((match["level"], {name: unescaped(value) for name, value in pairs}, unescaped(match["message"])))
    return found


def unescaped(text: str) -> str:
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_the_samples(update: bool) -> None:
    text = written(github, FINDINGS)
    assert text == golden("github.txt", text, update=update)


def test_nothing_found() -> None:
    assert written(github, []) == "✓ no findings in 5 items\n"


@given(any_findings)
def test_any_finding_is_one_command_errors_first(found: list[Finding]) -> None:
    read = commands(written(github, found))
    grave_first = [github.COMMANDS[level] for level in Severity for finding in found if finding.severity is level]
    assert [level for level, _, _ in read] == grave_first
    assert all(message.count("\n") == 1 for _, _, message in read)


def test_a_path_is_read_back_as_it_is() -> None:
    path = "bank/100% of a,b:c=d\r\n\u00a0e.md"
    read = commands(written(github, [at(Severity.ERROR, path, 3)]))
    assert read[0][1] == {"file": path, "line": "3", "col": "7", "endLine": "3", "title": "OPT001 duplicate-option"}


def test_a_column_is_given_within_one_line_only() -> None:
    """The runner refuses it otherwise."""
    many = Finding("A", "a", Severity.ERROR, "m", "m", Place("a.md", 3, 5, 4, 2))
    assert "col" not in commands(written(github, [many]))[0][1]


def test_more_than_github_shows_are_counted_in_a_last_notice() -> None:
    ten = [at(Severity.WARNING, "a.md", line) for line in range(1, 11)]
    assert len(commands(written(github, ten))) == 10
    eleven = [*ten, at(Severity.WARNING, "b.md", 1)]
    level, properties, message = commands(written(github, eleven))[-1]
    assert (level, properties) == ("notice", {"title": "exambank"})
    assert message == (
        "GitHub shows 10 annotations of a level for one step, and there are 11 warnings: the log has them all"
    )
