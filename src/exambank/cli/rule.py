"""`exambank rule`: what a rule finds, why, and how it looks."""

import json
import sys
from dataclasses import asdict

import click

from exambank.check.codes import OTHER_CODES
from exambank.check.page import PAGES, markdown_page, rule_page
from exambank.check.rules import RULES
from exambank.cli.exit_code import CLEAN
from exambank.finding import nearest


@click.command("rule")
@click.argument("codes", nargs=-1)
@click.option("--all", "all_", is_flag=True, help="Every rule, and every other code.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How it is printed.")
def command(codes: tuple[str, ...], all_: bool, format_: str) -> int:
    """Explain rules, by code (STR010) or by name (no-key)."""
    if bool(codes) == all_:
        raise click.UsageError("name a rule, or give --all")
    pages = [rule_page(code) for code in (PAGES if all_ else map(code_of, codes))]
    if format_ == "json":
        sys.stdout.write(json.dumps([asdict(page) for page in pages], ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write("\n".join(map(markdown_page, pages)))
    return CLEAN


def code_of(asked: str) -> str:
    """The code that a code or a name means.

    Raises:
        click.UsageError: there is no such rule; the message names the nearest.
    """
    if asked.upper() in PAGES:
        return asked.upper()
    names = {name_of(module): code for code, module in {**OTHER_CODES, **RULES}.items()}
    if asked in names:
        return names[asked]
    close = nearest(asked, [*PAGES, *names])
    raise click.UsageError(f"there is no rule {asked}." + (f" Did you mean {close}?" if close else ""))


def name_of(module: str) -> str:
    """The name of the rule in a module."""
    return module.rpartition(".")[2].replace("_", "-")
