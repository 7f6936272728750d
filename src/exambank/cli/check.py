"""`exambank check`: findings about items and the bank."""

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TextIO

import click

from exambank.check.run import check_bank
from exambank.cli.exit_code import CLEAN, FINDINGS
from exambank.cli.group import bank_folder
from exambank.finding import Finding, Severity
from exambank.report import DEFAULTS, WRITERS, RuleHelp, Settings

FAIL_LEVELS = {
    "error": (Severity.ERROR,),
    "warning": (Severity.ERROR, Severity.WARNING),
    "info": tuple(Severity),
}


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(WRITERS)),
    default="text",
    help="How findings are printed: text or concise (a line each) for people, sarif or github for GitHub, "
    "gitlab (code quality) for GitLab, junit for other CI, markdown for a comment, json for programs.",
)
@click.option(
    "--fail-level",
    type=click.Choice(list(FAIL_LEVELS)),
    default="warning",
    help="The least severity that fails.",
)
@click.option("--no-cache", is_flag=True, help="Look at every file anew.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes to use; by default one a core.")
def command(paths: tuple[str, ...], format_: str, fail_level: str, no_cache: bool, jobs: int | None) -> int:
    """Find what is wrong with items and the bank.

    PATH is a bank, or files and folders in banks, whose findings alone are then shown. The whole bank is looked at all
    the same, since items are judged against each other.
    """
    findings: list[Finding] = []
    files = 0
    for root, wanted in banks(paths).items():
        result = check_bank(root, use_cache=not no_cache, workers=jobs)
        shown = [finding for finding in result.findings if is_wanted(finding, wanted)]
        findings += [from_here(finding, root) for finding in shown]
        files += result.files
    report(findings, files, format_, sys.stdout, Settings(FAIL_LEVELS[fail_level], rule_help))
    return FINDINGS if any(finding.severity in FAIL_LEVELS[fail_level] for finding in findings) else CLEAN


def banks(paths: Iterable[str]) -> dict[Path, set[str]]:
    """Each bank that the paths lie in, with the paths relative to it; an empty set stands for the whole bank."""
    wanted: dict[Path, set[str]] = {}
    for path in paths or (None,):
        root = bank_folder(path)
        inside = os.path.relpath(Path.cwd() / path, root) if path is not None else "."
        chosen = wanted.setdefault(root, set())
        chosen.add("" if inside == "." or inside.startswith("..") else Path(inside).as_posix())
    return {root: set() if "" in chosen else chosen for root, chosen in wanted.items()}


def is_wanted(finding: Finding, wanted: set[str]) -> bool:
    """Whether a finding lies in one of the paths."""
    path = finding.place.path
    return not wanted or any(path == one or path.startswith(one + "/") for one in wanted)


def from_here(finding: Finding, root: Path) -> Finding:
    """The finding with its path relative to the current folder, where the bank lies below it."""
    return replace(finding, place=replace(finding.place, path=path_from_here(root / finding.place.path)))


def path_from_here(file: Path) -> str:
    """The path relative to the current folder where the file lies below it, else the whole path."""
    path = os.path.relpath(file)
    return (file if path.startswith("..") else Path(path)).as_posix()


def report(findings: list[Finding], files: int, format_: str, out: TextIO, settings: Settings = DEFAULTS) -> None:
    """Prints findings; only the writer that is asked for is imported."""
    import_module(WRITERS[format_]).write(findings, files, out, settings)


def rule_help() -> list[RuleHelp]:
    """The rules of our own list, explained; none under `python -OO`, which drops their pages."""
    from exambank.check.page import markdown_page, rule_page
    from exambank.check.rules import RULES

    pages = [rule_page(code) for code in RULES] if sys.flags.optimize < 2 else []
    return [
        RuleHelp(page.code, page.name, Severity(page.severity), page.summary, page.why, markdown_page(page))
        for page in pages
    ]
