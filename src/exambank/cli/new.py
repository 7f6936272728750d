"""`exambank new`: the skeleton of an item, for what the blueprint lacks most."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from exambank.cli.exit_code import CLEAN, FINDINGS
from exambank.cli.group import bank_folder
from exambank.cli.paths import from_here, path_from_here
from exambank.finding import plural
from exambank.report import write_report

if TYPE_CHECKING:
    from exambank.check.bank_view import BankView
    from exambank.coverage.counts import Coverage, ObjectiveCoverage

LISTED = 20  # objectives shown before the prompt
INTERACTIONS = ("choice", "multiple-response", "true-false", "numeric", "short-text", "cloze")


@click.command("new")
@click.option("--objective", help="What it tests; by default the objective with the largest gap to the blueprint.")
@click.option("--interaction", type=click.Choice(INTERACTIONS), default=INTERACTIONS[0], help="How it is answered.")
@click.option("--id", "id_", help="Its id; by default the domain, the objective and the next number.")
@click.option("--bank", type=click.Path(), help="The bank; by default the one here.")
def command(objective: str | None, interaction: str, id_: str | None, bank: str | None) -> int:
    """Write the skeleton of a new item and print its path.

    On a terminal it asks for the objective where none is named. The item is a draft with placeholders, which
    `exambank check` finds until they are written.
    """
    from exambank.check.bank_files import read_bank_files
    from exambank.check.bank_rules import bank_view
    from exambank.check.run import bank_facts
    from exambank.coverage.counts import coverage_of
    from exambank.source.discover import walk

    root = bank_folder(bank)
    files = read_bank_files(root)
    if files.blueprint is None:
        write_report([from_here(finding, root) for finding in files.findings], 0, "text", sys.stderr)
        return FINDINGS
    try:
        view = bank_view(files, list(walk(root)), bank_facts(root))
        chosen = chosen_objective(coverage_of(view, files.blueprint, files.blueprint.form.scored_items), objective)
        path = written(root, view, chosen, interaction, id_)
    except OSError as error:
        raise click.ClickException(f"{error.filename or root}: {error.strerror}") from error
    sys.stdout.write(f"{path_from_here(root / path)}\n")
    click.echo(f"for {chosen.id}: {chosen.title}", err=True)
    return CLEAN


def written(root: Path, view: "BankView", chosen: "ObjectiveCoverage", interaction: str, id_: str | None) -> str:
    """Writes the skeleton; the path in the bank.

    Raises:
        click.UsageError: the id cannot be had.
    """
    from exambank.starting.create import create_file
    from exambank.starting.skeleton import Asked, skeleton

    try:
        new = skeleton(root, view, chosen.domain, chosen.id, Asked(interaction, id_))
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if not create_file(root / new.path, new.text):
        raise click.UsageError(f"{path_from_here(root / new.path)} exists and is left as it is; give another --id")
    return new.path


def chosen_objective(found: "Coverage", asked: str | None) -> "ObjectiveCoverage":
    """The objective that was named, here or at the prompt of a terminal, else the one with the largest gap.

    Raises:
        click.UsageError: there is no such objective, or none at all.
    """
    if not found.objectives:
        raise click.UsageError("the blueprint has no objectives; write one in blueprint.yaml")
    widest = widest_gap(found)
    if asked is None and sys.stdin.isatty():
        click.echo(listed(found, widest), err=True)
        answer: ObjectiveCoverage = click.prompt(
            "Objective", default=widest.id, value_proc=lambda text: named(found, text.strip()), err=True
        )
        return answer
    return widest if asked is None else named(found, asked)


def listed(found: "Coverage", widest: "ObjectiveCoverage") -> str:
    """The objectives to choose from, with how many items each has; of many, those of the domain that lacks most."""
    objectives = found.objectives
    if len(objectives) > LISTED:
        objectives = tuple(one for one in objectives if one.domain == widest.domain)[:LISTED]
    width = max(len(one.id) for one in objectives)
    lines = [f"  {one.id:{width}}  {plural(one.present, 'item'):>8}  {one.title}" for one in objectives]
    left = len(found.objectives) - len(objectives)
    return "\n".join([*lines, *([f"  … and {left} more: exambank coverage --format json"] if left else [])])


def named(found: "Coverage", asked: str) -> "ObjectiveCoverage":
    """The objective of this id.

    Raises:
        click.UsageError: there is none; the message names the nearest.
    """
    by_id = {objective.id: objective for objective in found.objectives}
    if asked in by_id:
        return by_id[asked]
    from exambank.finding import nearest, quoted

    close = nearest(asked, list(by_id))
    hint = f"Did you mean {close}?" if close else "`exambank coverage --format json` lists them."
    raise click.UsageError(f"the blueprint has no objective {quoted(asked)}. {hint}")


def widest_gap(found: "Coverage") -> "ObjectiveCoverage":
    """In the domain that lacks most items, the objective that has fewest; ties go by the blueprint's order."""
    with_objectives = {objective.domain for objective in found.objectives}
    domains = [domain for domain in found.domains if domain.id in with_objectives]
    domain = max(domains, key=lambda domain: domain.wanted - domain.present)
    objectives = [objective for objective in found.objectives if objective.domain == domain.id]
    return min(objectives, key=lambda objective: objective.present)
