"""Which findings a check shows: those in the paths, and with `--since` those of what has changed."""

from collections.abc import Iterator
from pathlib import Path

import click

from exambank.check.state import CheckResult
from exambank.cli.check_options import Options
from exambank.cli.paths import is_wanted
from exambank.finding import Finding
from exambank.source.discover import translations_of


def chosen(result: CheckResult, root: Path, wanted: set[str], options: Options, base: str | None) -> Iterator[Finding]:
    """The findings in the paths, or in what has changed since the commit `base` and of the bank as a whole."""
    changed = None
    if base is not None:
        from exambank.check.since import changed_since

        changed = changed_since(root, base)
    for finding in result.findings:
        is_of_bank = finding in result.of_bank
        is_new = changed is None or is_of_bank or is_touched(finding.place.path, changed)
        if is_new and is_wanted(finding, wanted) and not (is_of_bank and options.item_rules):
            yield finding


def is_touched(path: str, changed: frozenset[str]) -> bool:
    """Whether a file has changed, or is a translation of one that has."""
    return path in changed or bool(translations_of(changed, [path]))


def changes(root: Path, wanted: set[str], options: Options, base: str | None) -> list[Finding]:
    """What the branch has done to items that it may not do; no baseline knows it, since it goes with the branch."""
    if base is None:
        return []
    from exambank.check.changes import change_findings

    return [one for one in change_findings(root, base, options.asked) if is_wanted(one, wanted)]


def base_of(root: Path, revision: str) -> str:
    """The commit where the branch left the revision.

    Raises:
        click.UsageError: git cannot tell.
    """
    from exambank.check.since import RevisionError, branch_base

    try:
        return branch_base(root, revision)
    except RevisionError as error:
        raise click.UsageError(f"--since {revision}: {error}") from error
