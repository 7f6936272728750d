"""`exambank build`: packages for LMSs."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from exambank.building.stamp import last_build, remember
from exambank.check.cache import cache_folder, fingerprint
from exambank.check.state import BankState, CheckResult
from exambank.cli.exit_code import CLEAN, FINDINGS
from exambank.cli.group import bank_folder, shown_path
from exambank.cli.paths import from_here
from exambank.finding import Severity, plural
from exambank.formats import FORMATS
from exambank.report import write_report
from exambank.source.digest import digest_of

if TYPE_CHECKING:
    from exambank.building.order import Built


class Asked(NamedTuple):
    """What the command was asked for; all but the last two decide what is in the packages."""

    targets: tuple[str, ...] | None
    audience: str
    strict: bool
    statuses: list[str]
    lang: str | None
    untranslated: str
    jobs: int | None
    use_cache: bool


UNTRANSLATED = ("refuse", "leave-out")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
AUDIENCES = ("instructor", "candidate")
DEFAULT_STATUSES = ("approved", "pilot", "operational")


@click.command("build")
@click.argument("bank", required=False, type=click.Path())
@click.option(
    "--out",
    type=click.Path(file_okay=False),
    help="Folder for the packages; by default dist/ beside the bank.",
)
@click.option("--target", "targets", help=f"Formats, with commas between: {','.join(FORMATS)}. By default bank.yaml's.")
@click.option(
    "--audience",
    type=click.Choice(AUDIENCES),
    default=AUDIENCES[0],
    help="A candidate's packages hold no key.",
)
@click.option("--strict", is_flag=True, help="Stop where a target does not hold all of the content.")
@click.option("--status", "statuses", multiple=True, help="Build items of this status (again for more).")
@click.option("--lang", metavar="TAG", help="Packages in this language, from translations (docs/format.md).")
@click.option(
    "--untranslated",
    type=click.Choice(UNTRANSLATED),
    help="Whether items that are not there in --lang, or not up to date, stop the build (the default) or are left out.",
)
@click.option("--no-cache", is_flag=True, help="Look at every file anew, and build even if nothing changed.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes to use; by default one a core.")
def command(
    bank: str | None,
    out: str | None,
    targets: str | None,
    audience: str,
    strict: bool,
    statuses: tuple[str, ...],
    lang: str | None,
    untranslated: str | None,
    no_cache: bool,
    jobs: int | None,
) -> int:
    """Check the bank, write its packages, read each back and compare it with the source."""
    root = bank_folder(bank)
    folder = shown_path(Path(out) if out is not None else default_out(root))
    names = tuple(dict.fromkeys(targets.split(","))) if targets else None
    if unknown := [name for name in names or () if name not in FORMATS]:
        raise click.UsageError(f"there is no target {', '.join(unknown)}; there are {', '.join(FORMATS)}")
    if lang is not None and not LANGUAGE.fullmatch(lang):
        raise click.UsageError(f"--lang {lang}: a language is a tag such as de or pt-BR")
    if lang is None and untranslated is not None:
        raise click.UsageError("--untranslated goes with --lang")
    wanted = sorted(statuses or DEFAULT_STATUSES)
    asked = Asked(names, audience, strict, wanted, lang, untranslated or UNTRANSLATED[0], jobs, not no_cache)
    return CLEAN if current_build(root, folder, asked) else build(root, folder, asked)


def current_build(root: Path, folder: Path, asked: Asked) -> bool:
    """Whether the packages on disk are what a build would make; it then says so."""
    if not asked.use_cache:
        return False
    state = BankState(root, use_cache=True, needs_facts=False)
    if not state.is_current:
        return False
    request = request_of(root, folder, asked, state.result())
    found = last_build(state.folder, request, folder)
    if found is not None:
        sys.stdout.write(
            f"{folder}: nothing changed since the last build, {len(found) - 1} packages for the {asked.audience}\n"
        )
    return found is not None


def request_of(root: Path, folder: Path, asked: Asked, result: CheckResult) -> str:
    """A digest of everything that the packages follow from."""
    return digest_of([fingerprint(), result.inputs, commit_mark(root), str(folder.resolve()), asked[:-2]])


def build(root: Path, folder: Path, asked: Asked) -> int:
    """Builds anew, and tells what came of it."""
    from exambank.building.order import Order
    from exambank.building.run import run
    from exambank.building.stamp import file_digest
    from exambank.export.place import MANIFEST
    from exambank.formats.contract import Audience

    order = Order(
        root,
        folder,
        asked.targets if asked.targets is not None else targets_of(root),
        Audience(asked.audience),
        asked.strict,
        frozenset(asked.statuses),
        asked.jobs,
        asked.use_cache,
        asked.lang,
        asked.untranslated != UNTRANSLATED[0],
    )
    try:
        built = run(order)
    except OSError as error:
        raise click.UsageError(f"{error.filename or folder}: {error.strerror}") from error
    if built.check is not None and not built.packages and not built.findings:
        return refused(root, built.check)
    tell(built, root, folder, asked)
    if built.findings or built.check is None:
        return FINDINGS
    files = {package.name: package.sha256 for package in built.packages}
    files[MANIFEST] = file_digest(folder / MANIFEST) or ""
    remember(cache_folder(root), request_of(root, folder, asked, built.check), files)
    return CLEAN


def targets_of(root: Path) -> tuple[str, ...]:
    """The targets that bank.yaml names; all of them where it cannot be read, which `check` then reports."""
    from exambank.check.bank_files import read_bank_files

    bank = read_bank_files(root).bank
    if bank is None:
        return tuple(FORMATS)
    if unknown := [name for name in bank.targets if name not in FORMATS]:
        raise click.UsageError(f"bank.yaml: there is no target {', '.join(unknown)}; there are {', '.join(FORMATS)}")
    return bank.targets


def default_out(root: Path) -> Path:
    """`dist/` beside a folder called bank/, else under the current folder."""
    return root.parent / "dist" if root.name == "bank" else Path("dist")


def commit_mark(root: Path) -> str:
    """Changes with the commit that the bank is of, so that a manifest never names an older one."""
    for above in (root, *root.parents):
        git = above / ".git"
        if git.is_dir():
            try:
                parts = (git / "index").stat().st_mtime_ns, (git / "logs" / "HEAD").stat().st_size
                return f"{(git / 'HEAD').read_text()}{parts}"
            except OSError:
                return ""
    return ""


def refused(root: Path, result: CheckResult) -> int:
    """Prints the errors that stand in a build's way."""
    errors = [from_here(f, root) for f in result.findings if f.severity is Severity.ERROR]
    write_report(errors, result.files, "text", sys.stderr)
    click.echo("nothing was built: mend the errors first", err=True)
    return FINDINGS


def tell(built: "Built", root: Path, folder: Path, asked: Asked) -> None:
    """Prints packages to standard output, losses and findings to standard error."""
    from exambank.report.losses import loss_report

    click.echo(loss_report(built.losses, built.items), err=True, nl=False)
    if built.findings:
        write_report([from_here(finding, root) for finding in built.findings], built.items, "text", sys.stderr)
        click.echo("nothing was put in place", err=True)
        return
    left_out = ", ".join(f"{count} {status}" for status, count in built.left_out.items())
    holds = "with keys: keep them from candidates" if asked.audience == "instructor" else "without keys"
    what = f"items in {asked.lang}" if asked.lang is not None else "items"
    tell_languages(built, asked)
    sys.stdout.write(
        f"{built.items} {what} for the {asked.audience} ({holds})"
        + (f"; left out: {left_out}" if left_out else "")
        + "\n"
    )
    for package in built.packages:
        sys.stdout.write(f"  {folder / package.name}  {size(package.size)}  sha256 {package.sha256[:16]}…\n")


def tell_languages(built: "Built", asked: Asked) -> None:
    """Says on standard error which items are missing in the language, or that translations are in no package."""
    if asked.lang is None:
        tags = ", ".join(f"{count} {tag}" for tag, count in built.translations.items())
        if tags:
            click.echo(f"translations are in no package without --lang: {tags}", err=True)
        return
    if built.untranslated:
        click.echo(
            f"left out, since they are not there in {asked.lang}: {plural(len(built.untranslated), 'item')}", err=True
        )
    for one in sorted(built.untranslated, key=lambda one: one.path):
        click.echo(f"  {one.item_id}: {one.reason}", err=True)


def size(count: int) -> str:
    """A number of bytes for a person."""
    return f"{count / 1000:.1f} kB" if count < 1_000_000 else f"{count / 1_000_000:.1f} MB"
