"""`exambank coverage`: the bank against its blueprint."""

import sys

import click

from exambank.cli.exit_code import CLEAN, FINDINGS
from exambank.cli.group import bank_folder
from exambank.cli.paths import from_here
from exambank.coverage import tables as writers
from exambank.coverage.counts import NoBlueprint, coverage
from exambank.report import write_report
from exambank.report.terminal import has_colour


@click.command("coverage")
@click.argument("bank", required=False, type=click.Path())
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(writers.WRITERS)),
    default="table",
    help="How it is printed.",
)
@click.option("--length", type=click.IntRange(min=1), help="Scored items of the form; by default the blueprint's.")
@click.option("--fail-on-gap", is_flag=True, help="Exit with 1 where items are to be written.")
def command(bank: str | None, format_: str, length: int | None, fail_on_gap: bool) -> int:
    """Compare the bank with its blueprint: items wanted, present and to be written, by domain."""
    root = bank_folder(bank)
    try:
        found = coverage(root, length)
    except NoBlueprint as error:
        write_report([from_here(finding, root) for finding in error.files.findings], 0, "text", sys.stderr)
        return FINDINGS
    sys.stdout.write(writers.WRITERS[format_](found, has_colour(sys.stdout)))
    return FINDINGS if fail_on_gap and found.gap else CLEAN
