"""`exambank check`: findings about items and the bank."""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from typing import Any, TextIO

import click

from exambank.check.run import Rows, check_bank
from exambank.check.state import CheckResult
from exambank.cli.exit_code import CLEAN, FINDINGS
from exambank.cli.group import bank_folder
from exambank.finding import Finding, Severity, plural
from exambank.report import DEFAULTS, WRITERS, RuleHelp, Settings
from exambank.source.discover import BASELINE_FILE

FAIL_LEVELS = {
    "error": (Severity.ERROR,),
    "warning": (Severity.ERROR, Severity.WARNING),
    "info": tuple(Severity),
}
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Options:
    """What the command was asked: how to look, what to leave out, and what to do about it."""

    no_cache: bool
    jobs: int | None
    asked: dict[str, Any]
    since: str | None
    fix: bool
    unsafe_fixes: bool
    diff: bool
    write_baseline: bool
    prune_baseline: bool


@dataclass
class Outcome:
    """All findings with paths from here, how many files were looked at, and notes for standard error."""

    findings: list[Finding] = field(default_factory=list)
    files: int = 0
    notes: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(allow_dash=True))
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
@click.option("--select", metavar="RULES", help="Only these rules: codes, names, families, ALL; with commas.")
@click.option("--extend-select", metavar="RULES", help="These rules too, such as those in preview.")
@click.option("--ignore", metavar="RULES", help="Not these rules.")
@click.option("--preview", is_flag=True, help="All rules in preview too.")
@click.option("--since", metavar="REF", help="Only what differs from where the branch left REF, and the bank's rules.")
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, and show the rest.")
@click.option("--unsafe-fixes", is_flag=True, help="Mend also what is likely right; look at it afterwards.")
@click.option("--diff", is_flag=True, help="Write nothing; print what --fix (or --unsafe-fixes) would change.")
@click.option("--write-baseline", is_flag=True, help="Record all findings as known in lint-baseline.json.")
@click.option("--prune-baseline", is_flag=True, help="Take entries out of lint-baseline.json that are mended.")
@click.option("--stdin-filename", metavar="PATH", help="The file that PATH `-`, standard input, stands for.")
@click.option("--no-cache", is_flag=True, help="Look at every file anew.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes to use; by default one a core.")
def command(
    paths: tuple[str, ...],
    format_: str,
    fail_level: str,
    select: str | None,
    extend_select: str | None,
    ignore: str | None,
    preview: bool,
    stdin_filename: str | None,
    **others: Any,
) -> int:
    """Find what is wrong with items and the bank.

    PATH is a bank, or files and folders in banks, whose findings alone are then shown; `-` is standard input. The whole
    bank is looked at all the same, since items are judged against each other.
    """
    options = Options(asked=settings_of(select, extend_select, ignore, preview), **others)
    outcome = standard_input(stdin_filename, options) if paths == (STANDARD_INPUT,) else all_banks(paths, options)
    for note in outcome.notes:
        click.echo(note, err=True)
    failing = FAIL_LEVELS[fail_level]
    if not options.diff:
        report(outcome.findings, outcome.files, format_, sys.stdout, Settings(failing, rule_help, outcome.texts))
    return FINDINGS if any(finding.severity in failing for finding in outcome.findings) else CLEAN


def settings_of(
    select: str | None, extend_select: str | None, ignore: str | None, preview: bool
) -> dict[str, tuple[str, ...] | bool]:
    """The settings of the checks that the command line gives.

    Raises:
        click.UsageError: one names no rule.
    """
    given = {"select": select, "extend_select": extend_select, "ignore": ignore}
    asked: dict[str, tuple[str, ...] | bool] = {
        name: tuple(filter(None, map(str.strip, text.split(",")))) for name, text in given.items() if text is not None
    }
    if preview:
        asked["preview"] = True
    if asked:
        from exambank.check.selection import setting_faults
        from exambank.model.check_settings import CheckSettings

        for at, message, mend in setting_faults(CheckSettings.model_validate(asked)):
            option = str(at[0]).replace("_", "-")
            raise click.UsageError(f"--{option}{message.removeprefix('check')}; {mend}")
    return asked


def all_banks(paths: Iterable[str], options: Options) -> Outcome:
    """What is found in the banks that the paths lie in."""
    outcome = Outcome()
    for root, wanted in banks(paths).items():
        result = checked(root, options)
        shown = list(chosen(result, root, wanted, options))
        if options.fix or options.unsafe_fixes or options.diff:
            outcome.notes += mend(root, shown, options)
            if not options.diff:
                result = checked(root, options)
                shown = list(chosen(result, root, wanted, options))
        shown = known_left_out(
            root, result, shown, options, outcome, is_whole=not (wanted or options.since or options.asked)
        )
        outcome.findings += [from_here(finding, root) for finding in shown]
        outcome.files += result.files
    return outcome


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


def chosen(result: CheckResult, root: Path, wanted: set[str], options: Options) -> Iterator[Finding]:
    """The findings in the paths, or in what has changed and of the bank as a whole."""
    changed = changed_files(root, options.since) if options.since is not None else None
    for finding in result.findings:
        is_new = changed is None or finding.place.path in changed or finding in result.of_bank
        if is_new and is_wanted(finding, wanted):
            yield finding


def changed_files(root: Path, revision: str) -> frozenset[str]:
    """Paths in the bank that differ from the revision.

    Raises:
        click.UsageError: git cannot tell.
    """
    from exambank.check.since import RevisionError, changed_since

    try:
        return changed_since(root, revision)
    except RevisionError as error:
        raise click.UsageError(f"--since {revision}: {error}") from error


def mend(root: Path, findings: Iterable[Finding], options: Options) -> Iterator[str]:
    """Mends files, or prints how they would change; yields what is to be said of it."""
    from exambank.check.fix_files import fixed_files
    from exambank.cli.fmt import difference
    from exambank.source.read import read
    from exambank.source.replace import replace_file

    mended = files = 0
    for file in fixed_files(root, findings, unsafe=options.unsafe_fixes, asked=options.asked):
        where = root / file.path
        for finding in file.fixed.refused:
            yield f"{path_from_here(where)}: the fix of {finding.code} would change more than it says, and was left out"
        if not file.is_changed or read(root, file.path).text != file.before:
            continue
        mended += len(file.fixed.mended)
        files += 1
        if options.diff:
            sys.stdout.writelines(difference(path_from_here(where), file.before, file.fixed.text))
        else:
            replace_file(where, file.fixed.text.encode("utf-8", "surrogatepass"))
    verb = "would be mended" if options.diff else "mended"
    yield f"{plural(mended, 'finding')} {verb} in {plural(files, 'file')}"


def known_left_out(
    root: Path, result: CheckResult, shown: list[Finding], options: Options, outcome: Outcome, *, is_whole: bool
) -> list[Finding]:
    """The findings without those of the baseline, which is written or pruned where that is asked."""
    if not options.write_baseline and not (root / BASELINE_FILE).is_file():
        return shown
    from exambank.check.baseline import baseline_text, counted, read_baseline, sift, stale_finding
    from exambank.source.replace import replace_file

    file = path_from_here(root / BASELINE_FILE)
    if options.write_baseline:
        known = counted(root, result.findings)
        replace_file(root / BASELINE_FILE, baseline_text(known).encode())
        outcome.notes.append(f"{plural(known.total(), 'finding')} recorded in {file}")
    known_or_fault = read_baseline(root)
    if isinstance(known_or_fault, Finding):
        return [*shown, known_or_fault]
    everything = sift(root, result.findings, known_or_fault)
    if options.prune_baseline and everything.stale:
        replace_file(root / BASELINE_FILE, baseline_text(known_or_fault - everything.stale).encode())
        outcome.notes.append(
            f"{plural(everything.stale.total(), 'entry')} taken out of {file}".replace("entrys", "entries")
        )
    new = set(everything.new)
    left = [finding for finding in shown if finding in new]
    if everything.known:
        outcome.notes.append(f"{plural(everything.known, 'finding')} known from {file}, not shown")
    if everything.stale and is_whole and not options.prune_baseline:
        left.append(stale_finding(everything.stale))
    return left


def standard_input(name: str | None, options: Options) -> Outcome:
    """What is found in the text that comes in, as if it were the file of that name in its bank."""
    from exambank.check.bank_files import read_bank_files
    from exambank.check.examine import examine
    from exambank.check.workers import setting_of
    from exambank.source.read import decode

    root = bank_folder(Path(name).parent if name is not None else None)
    path = Path(os.path.relpath(Path.cwd() / name, root)).as_posix() if name is not None else "standard-input.md"
    data = sys.stdin.buffer.read()
    found = examine(decode(path, data), setting_of(read_bank_files(root, options.asked)))
    findings = [from_here(finding, root) for finding in found.findings]
    return Outcome(findings, 1, [], {path_from_here(root / path): found.document.text})


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
    return replace(finding, place=finding.place._replace(path=path_from_here(root / finding.place.path)))


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
