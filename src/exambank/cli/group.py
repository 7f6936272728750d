"""The group of commands, which imports only the one that is called."""

import gc
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

import click

from exambank.cli import COMMANDS
from exambank.cli.exit_code import CLEAN, INTERNAL, USAGE
from exambank.source.discover import find_bank
from exambank.version import VERSION


class CommandGroup(click.Group):
    """Commands from the table; their help lines stand there, so that help imports none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the table's order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Help from the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Like click's, with the nearest name for a misspelt one."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from exambank.finding import nearest

            close = nearest(args[0], list(COMMANDS))
            hint = f" Did you mean `{close}`?" if close else ""
            ctx.fail(f"there is no command `{args[0]}`.{hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, message="exambank %(version)s")
@click.option("--debug", is_flag=True, help="Show the trace of an internal error.")
def cli(debug: bool) -> None:
    """Turn Markdown questions into exams: lint, prove keys, cover the blueprint, build packages."""


def run(arguments: Sequence[str]) -> int:
    """Runs the command line; whatever goes wrong becomes an exit code and one line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # an ASCII terminal shows what it can, and nothing fails
    gc.set_threshold(100_000, 50, 50)  # one command, then the process ends: cycles may wait
    try:
        code = cli.main(list(arguments), prog_name="exambank", standalone_mode=False)
        return code if isinstance(code, int) else CLEAN
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return USAGE
    except click.Abort:
        click.echo("exambank: stopped", err=True)
        return USAGE
    except BrokenPipeError:
        sys.stderr.close()
        return CLEAN
    except Exception as error:  # noqa: BLE001 - whatever it is, it is ours, and one line says so
        return _internal(error, "--debug" in arguments)


def _internal(error: Exception, debug: bool) -> int:
    if debug:
        traceback.print_exc()
    click.echo(
        f"exambank: internal error: {type(error).__name__}: {error}\n"
        f"This is a fault of exambank {VERSION}. Run `exambank --debug …` and report what it prints.",
        err=True,
    )
    return INTERNAL


def bank_folder(start: str | Path | None) -> Path:
    """The bank that a command means.

    Raises:
        click.UsageError: there is none.
    """
    where = Path(start) if start is not None else Path.cwd()
    if start is not None and not where.exists():
        raise click.UsageError(f"there is no file or folder {start}")
    found = find_bank(where if where.is_dir() else where.parent)
    if found is None:
        _no_bank(where)
    return found


def shown_path(path: Path) -> Path:
    """A path as it is shown: relative to the current folder, where it lies below it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path


def _no_bank(where: Path) -> NoReturn:
    raise click.UsageError(f"there is no bank.yaml in {where}, in its bank/ folder, or in a folder above")
