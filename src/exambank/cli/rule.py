"""`exambank rule`: what a rule finds, why, and how it looks."""

import json
import sys
from dataclasses import asdict

import click

from exambank.check.page import markdown_page, rule_page
from exambank.check.rules import RULES
from exambank.cli.exit_code import CLEAN
from exambank.finding import nearest


@click.command("rule")
@click.argument("codes", nargs=-1)
@click.option("--all", "all_", is_flag=True, help="Every rule.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How it is printed.")
def command(codes: tuple[str, ...], all_: bool, format_: str) -> int:
    """Explain rules, by code (STR010) or by name (no-key)."""
    if bool(codes) == all_:
        raise click.UsageError("name a rule, or give --all")
    pages = [rule_page(code) for code in (RULES if all_ else map(code_of, codes))]
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
    if asked.upper() in RULES:
        return asked.upper()
    names = {module.rpartition(".")[2].replace("_", "-"): code for code, module in RULES.items()}
    if asked in names:
        return names[asked]
    close = nearest(asked, [*RULES, *names])
    raise click.UsageError(f"there is no rule {asked}." + (f" Did you mean {close}?" if close else ""))
