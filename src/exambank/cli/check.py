"""`exambank check`: findings about items and the bank."""

import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

import click

from exambank.check.run import Rows, check_bank
from exambank.check.state import CheckResult
from exambank.cli.check_baseline import known_left_out, written
from exambank.cli.check_chosen import base_of, changes, chosen
from exambank.cli.check_fixes import mend
from exambank.cli.check_options import Options, Outcome
from exambank.cli.check_report import report_settings
from exambank.cli.check_settings import Given, origins_of, settings_of
from exambank.cli.exit_code import CLEAN, FINDINGS
from exambank.cli.paths import banks, from_here, left_out, path_from_here
from exambank.finding import Severity
from exambank.report import WRITERS, write_report

FAIL_LEVELS = {
    "error": (Severity.ERROR,),
    "warning": (Severity.ERROR, Severity.WARNING),
    "info": tuple(Severity),
}
STANDARD_INPUT = "-"
PLAIN = ("text", "json")
NEED_FILES = ("fix", "unsafe_fixes", "diff", "since", "write_baseline", "prune_baseline")  # standard input is none


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(allow_dash=True))
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(WRITERS)),
    default="text",
    help="How findings are printed: text, concise (a line each) or grouped (by file) for people, "
    "sarif or github for GitHub, gitlab (code quality) for GitLab, junit for other CI, markdown for a summary, "
    "comment (with the coverage and what could be mended) for a pull request, json for programs.",
)
@click.option(
    "--fail-level",
    type=click.Choice(list(FAIL_LEVELS)),
    default="warning",
    help="The least severity that fails.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 though there are findings.")
@click.option("--statistics", is_flag=True, help="Print how many findings each rule has, as text or JSON.")
@click.option("--select", metavar="RULES", help="Only these rules: codes, names, families, ALL; with commas.")
@click.option("--extend-select", metavar="RULES", help="These rules too, such as those in preview.")
@click.option("--ignore", metavar="RULES", help="Not these rules.")
@click.option("--preview", is_flag=True, help="All rules in preview too.")
@click.option("--config", metavar="FILE", help="A TOML file whose settings go before those of the bank.")
@click.option("--isolated", is_flag=True, help="As if bank.yaml and pyproject.toml said nothing of the checks.")
@click.option("--show-settings", is_flag=True, help="Print each setting with where it is from, as text or JSON.")
@click.option("--item-rules", is_flag=True, help="Only rules that look at an item by itself, not those over the bank.")
@click.option("--since", metavar="REF", help="Only what differs from where the branch left REF, and the bank's rules.")
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, and show the rest.")
@click.option("--unsafe-fixes", is_flag=True, help="Mend also what is likely right; look at it afterwards.")
@click.option("--fix-only", is_flag=True, help="Mend, and neither show nor fail for the rest.")
@click.option("--diff", is_flag=True, help="Write nothing; print what --fix (or --unsafe-fixes) would change.")
@click.option("--write-baseline", is_flag=True, help="Record all findings as known in lint-baseline.json.")
@click.option("--prune-baseline", is_flag=True, help="Take entries out of lint-baseline.json that are mended.")
@click.option(
    "--show-suppressed", is_flag=True, help="With --format sarif: what items and the bank silence, marked so."
)
@click.option("--stdin-filename", metavar="PATH", help="The file that PATH `-`, standard input, stands for.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day that dates in items are compared with; by default SOURCE_DATE_EPOCH's, or the clock's.",
)
@click.option("--no-cache", is_flag=True, help="Look at every file anew.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes to use; by default one a core.")
def command(
    paths: tuple[str, ...],
    format_: str,
    fail_level: str,
    exit_zero: bool,
    statistics: bool,
    show_settings: bool,
    fix: bool,
    fix_only: bool,
    stdin_filename: str | None,
    **others: Any,
) -> int:
    """Find what is wrong with items and the bank.

    PATH is a bank, or files, folders and patterns such as `bank/**/*.md`, whose findings alone are then shown; `-` is
    standard input. The whole bank is looked at all the same, since items are judged against each other.
    """
    given = Given(*(others.pop(name) for name in Given.__slots__))
    options = Options(asked=settings_of(given), fix=fix or fix_only, **others)
    if (statistics or show_settings) and format_ not in PLAIN:
        raise click.UsageError(
            f"--{'statistics' if statistics else 'show-settings'} prints text or JSON, not {format_}"
        )
    if options.show_suppressed and format_ != "sarif":
        raise click.UsageError(f"--show-suppressed is for SARIF, which marks what is suppressed; {format_} cannot")
    if show_settings:
        return settings_shown(banks(paths), given, format_)
    if STANDARD_INPUT in paths:
        outcome = standard_input(paths, stdin_filename, options)
    elif stdin_filename is not None:
        raise click.UsageError("--stdin-filename is the name of standard input: give the path `-` too")
    else:
        outcome = all_banks(paths, options)
    for note in outcome.notes:
        click.echo(note, err=True)
    if fix_only:
        return CLEAN
    failing = FAIL_LEVELS[fail_level]
    if statistics:
        from exambank.report import counts

        sys.stdout.write(counts.WRITERS[format_](outcome.findings))
    elif not options.diff:
        write_report(outcome.findings, outcome.files, format_, sys.stdout, report_settings(outcome, failing, options))
    is_failed = any(finding.severity in failing for finding in outcome.findings)
    return FINDINGS if is_failed and not exit_zero else CLEAN


def all_banks(paths: Iterable[str], options: Options) -> Outcome:
    """What is found in the banks that the paths lie in."""
    outcome = Outcome()
    for root, wanted in banks(paths).items():
        outcome.notes += left_out(root, wanted)
        base = base_of(root, options.since) if options.since is not None else None
        result = checked(root, options)
        shown = list(chosen(result, root, wanted, options, base))
        if options.fix or options.unsafe_fixes or options.diff:
            outcome.notes += mend(root, shown, unsafe=options.unsafe_fixes, is_diff=options.diff, asked=options.asked)
            if not options.diff:
                result = checked(root, options)
                shown = list(chosen(result, root, wanted, options, base))
        if options.write_baseline:
            outcome.notes.append(written(root, result))
        is_whole = not (wanted or options.since or options.asked or options.item_rules)
        all_shown = shown
        shown, notes = known_left_out(
            root, result, shown, is_pruned=options.prune_baseline, is_whole=is_whole, asked=options.asked
        )
        outcome.notes += notes
        if options.show_suppressed:
            from exambank.cli.check_suppressed import suppressed

            known = set(all_shown).difference(shown)
            in_question = partial(chosen, root=root, wanted=wanted, options=options, base=base)
            outcome.suppressed += suppressed(root, result, known, options.asked, in_question)
        shown += changes(root, wanted, options, base)
        outcome.by_bank[root] = shown
        outcome.findings += [from_here(finding, root) for finding in shown]
        outcome.files += result.files
    return outcome


def settings_shown(roots: Iterable[Path], given: Given, format_: str) -> int:
    """Prints the settings of each bank; where one cannot be read, what is wrong with it, on standard error."""
    from exambank.check.bank_files import read_bank_files
    from exambank.cli.settings_shown import settings as settings_of_bank
    from exambank.report.settings import WRITERS as SETTINGS_WRITERS

    origins = origins_of(given)
    settings = []
    faults = []
    for root in roots:
        files = read_bank_files(root, {name: value for name, (value, _) in origins.items()})
        faults += [from_here(finding, root) for finding in files.findings]
        settings.append((path_from_here(root), list(settings_of_bank(files, origins))))
    sys.stdout.write(SETTINGS_WRITERS[format_](settings))
    if faults:
        write_report(faults, 0, "text", sys.stderr)
    return FINDINGS if faults else CLEAN


def checked(root: Path, options: Options) -> CheckResult:
    """The bank's findings."""
    progress = bar if sys.stderr.isatty() else None
    return check_bank(
        root, use_cache=not options.no_cache, workers=options.jobs, asked=options.asked, progress=progress
    )


def bar(rows: Rows, count: int) -> Rows:
    """Passes rows on and shows how many have come."""
    with click.progressbar(
        rows, length=count, label="check", file=sys.stderr, show_pos=True, update_min_steps=50
    ) as shown:
        yield from shown


def standard_input(paths: tuple[str, ...], name: str | None, options: Options) -> Outcome:
    """What is found in the text that comes in."""
    from exambank.cli.check_input import examined_input, refuse

    refuse(paths, [option for option in NEED_FILES if getattr(options, option)])
    findings, path, text = examined_input(name, options.asked)
    return Outcome(findings, 1, [], {path: text})
