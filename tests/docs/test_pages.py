"""What pages say: links lead somewhere, and commands and options that they name exist."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from tests.docs.generate import ROOT

from exambank.cli import COMMANDS, exit_code
from exambank.cli.group import cli

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FENCE = re.compile(r"^(`{3,}).*?^\1$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)")
CALL = re.compile(r"(?<!inject )\bexambank ([a-z]+)((?: [^`\n|&;#]*)?)")
OPTION = re.compile(r"--[a-z][a-z-]+")
CODE = re.compile(r"`[^`\n]+`|^(`{3,}).*?^\1$", re.DOTALL | re.MULTILINE)


def ident(page: Path) -> str:
    """A page's name in a test's name."""
    return page.relative_to(ROOT).as_posix()


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=ident)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"`[^`\n]+`", "", FENCE.sub("", page.read_text("utf-8")))
    for path, anchor in LINK.findall(text):
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), path
        assert not anchor or anchor in anchors(target), f"{path}#{anchor}"


def calls(page: Path) -> Iterator[tuple[str, str]]:
    """Command and arguments wherever code in a page calls exambank."""
    for code in CODE.finditer(page.read_text("utf-8")):
        yield from CALL.findall(code[0])


@pytest.mark.parametrize("page", [page for page in PAGES if page.name != "CHANGELOG.md"], ids=ident)
def test_commands_and_options_exist(page: Path) -> None:
    for name, arguments in calls(page):
        assert name in COMMANDS, f"exambank {name}"
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        known = options(command)
        for option in OPTION.findall(arguments):
            assert option in known, f"exambank {name} {option}"


def options(command: click.Command) -> set[str]:
    """Every option of a command and of those below it."""
    found = {name for parameter in command.params for name in parameter.opts} | {"--help"}
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        found |= options(below)
    return found


def test_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    named = re.findall(r"^\| `exambank ([a-z]+)", text, re.MULTILINE)
    assert named == list(COMMANDS)


def test_readme_has_the_exit_codes() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    wanted = {
        exit_code.CLEAN: "clean",
        exit_code.FINDINGS: "findings",
        exit_code.USAGE: "usage",
        exit_code.INTERNAL: "internal",
    }
    assert {int(code): word for code, word in re.findall(r"^\| (\d) \| (\w+)", text, re.MULTILINE)} == wanted


def test_what_stops_a_build_is_documented() -> None:
    """With the page of each code."""
    from exambank.building.packages import NOT_AS_WRITTEN
    from exambank.building.run import NOTHING
    from exambank.export.loss import LOST

    text = (ROOT / "docs" / "building.md").read_text("utf-8")
    for code, name in (NOT_AS_WRITTEN, NOTHING, LOST):
        assert f"| [{code}](rules/{code}.md) | {name} |" in text
