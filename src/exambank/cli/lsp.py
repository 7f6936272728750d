"""`exambank lsp`: the language server."""

import click

from exambank.cli.exit_code import CLEAN


@click.command("lsp")
@click.option(
    "--stdio", is_flag=True, expose_value=False, help="Does nothing: there is no other way, but editors add it."
)
def command() -> int:
    """Serve an editor over standard input and output (docs/editor.md). It needs `exambank[lsp]`."""
    try:
        from exambank.lsp.server import serve
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in {"pygls", "lsprotocol"}:
            raise
        raise click.UsageError("the language server needs pygls: install `exambank[lsp]`") from missing
    serve()
    return CLEAN
