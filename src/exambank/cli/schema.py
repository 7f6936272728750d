"""`exambank schema`: the published JSON Schemas."""

import sys
from pathlib import Path

import click

from exambank.cli.exit_code import CLEAN, FINDINGS
from exambank.schemas import SCHEMAS, drifted, schema_text
from exambank.source.replace import replace_file


@click.command("schema")
@click.argument("names", nargs=-1)
@click.option(
    "--out",
    type=click.Path(file_okay=False),
    help="Write the files into this folder instead of printing one.",
)
@click.option(
    "--check",
    "check_",
    type=click.Path(exists=True, file_okay=False),
    help="Compare this folder, write nothing.",
)
def command(names: tuple[str, ...], out: str | None, check_: str | None) -> int:
    """Print a schema (item, blueprint, findings …), or write or compare all of them."""
    if unknown := [name for name in names if name not in SCHEMAS]:
        raise click.UsageError(f"there is no schema {', '.join(unknown)}; there are {', '.join(SCHEMAS)}")
    if check_ is not None:
        differing = drifted(Path(check_))
        for name in differing:
            sys.stdout.write(f"{check_}/{name} differs from the models. mend: exambank schema --out {check_}\n")
        return FINDINGS if differing else CLEAN
    if out is not None:
        Path(out).mkdir(parents=True, exist_ok=True)
        for name in names or SCHEMAS:
            replace_file(Path(out) / f"{name}.schema.json", schema_text(name).encode())
        return CLEAN
    if len(names) != 1:
        raise click.UsageError(f"name one of {', '.join(SCHEMAS)}, or give --out")
    sys.stdout.write(schema_text(names[0]))
    return CLEAN
