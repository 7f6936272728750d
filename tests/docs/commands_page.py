"""docs/commands.md: every command with its arguments and options, read from click's own objects.

Help as click prints it differs between click's versions; what the objects hold does not.
"""

from collections.abc import Iterator

import click

from exambank.cli import COMMANDS
from exambank.cli.group import cli

HEAD = """# Commands

`exambank COMMAND --help` prints the same. A command that takes a bank finds it as git finds a repository: the folder
that is named (or the current one), its `bank/` folder, or the nearest folder above that holds a `bank.yaml`.

Exit codes: 0 clean, 1 findings, 2 usage or configuration, 3 a fault of exambank. Findings of `build` go to standard
error, those of `check` to standard output. Colour is for terminals only, and never under `NO_COLOR`.

`exambank --version` prints the version; `exambank --debug COMMAND …` shows the trace of an internal error.
`EXAMBANK_CACHE_DIR` names the folder for [the cache](security.md#the-cache), if it is not to be the user's own.
"""


def commands_page() -> str:
    """The page."""
    context = click.Context(cli, info_name="exambank")
    parts = [HEAD]
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        parts += _sections(f"exambank {name}", command, "##")
    return "\n".join(parts)


def _sections(path: str, command: click.Command, heading: str) -> Iterator[str]:
    shown = path if isinstance(command, click.Group) else " ".join([path, *map(usage, command.params)])
    yield f"{heading} {path}\n\n{_prose(command)}\n"
    if not isinstance(command, click.Group):
        yield f"```\n{shown}\n```\n"
    rows = [_row(option) for option in command.params if isinstance(option, click.Option)]
    if rows:
        yield "\n".join(["| option | meaning |", "|---|---|", *rows, ""])
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from _sections(f"{path} {name}", below, heading + "#")


def _prose(command: click.Command) -> str:
    paragraphs = (command.help or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def usage(parameter: click.Parameter) -> str:
    """A parameter as the usage line has it."""
    if isinstance(parameter, click.Argument):
        name = str(parameter.name).upper()
        name = f"{name.removesuffix('S')}…" if parameter.nargs == -1 else name
        return name if parameter.required else f"[{name}]"
    assert isinstance(parameter, click.Option)
    shown = _option(parameter) + ("…" if parameter.multiple else "")
    return shown if parameter.required else f"[{shown}]"


def _option(option: click.Option) -> str:
    name = max(option.opts, key=len)
    if option.is_flag:
        return name
    if isinstance(option.type, click.Choice):
        return f"{name} {'|'.join(option.type.choices)}"
    kind = "N" if isinstance(option.type, click.IntRange) else name.removeprefix("--").upper()
    return f"{name} {kind}"


def _row(option: click.Option) -> str:
    meaning = option.help or ""
    if isinstance(option.type, click.Choice) and isinstance(option.default, str):
        meaning += f" By default {option.default}."
    cell = _option(option).replace("|", "\\|")
    return f"| `{cell}` | {meaning} |"
