"""Settings of the checks that the command line gives."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

if TYPE_CHECKING:
    from exambank.model.check_settings import CheckSettings

COMMAND_LINE = "command line"
DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says of the settings."""

    select: str | None
    extend_select: str | None
    ignore: str | None
    preview: bool
    today: datetime | None
    config: str | None
    isolated: bool


def settings_of(given: Given) -> dict[str, Any]:
    """The settings that go before those of the bank, by name.

    Raises:
        click.UsageError: one names no rule, or the file cannot be read.
    """
    return {name: value for name, (value, _) in origins_of(given).items()}


def origins_of(given: Given) -> dict[str, tuple[Any, str]]:
    """Those settings, each with where it is from.

    Raises:
        click.UsageError: one names no rule, or the file cannot be read.
    """
    asked: dict[str, tuple[Any, str]] = {}
    if given.isolated:
        from exambank.model.check_settings import CheckSettings

        asked |= {name: (value, DEFAULT) for name, value in msgspec.structs.asdict(CheckSettings()).items()}
    if given.config is not None:
        settings = settings_in(given.config)
        asked |= {name: (getattr(settings, name), given.config) for name in settings.model_fields_set}
    lists = {"select": given.select, "extend_select": given.extend_select, "ignore": given.ignore}
    words: dict[str, Any] = {
        name: tuple(filter(None, map(str.strip, text.split(",")))) for name, text in lists.items() if text is not None
    }
    if given.preview:
        words["preview"] = True
    if given.today is not None:
        words["today"] = given.today.date()
    if words:
        from exambank.check.selection import setting_faults
        from exambank.model.check_settings import CheckSettings

        for at, message, mend in setting_faults(CheckSettings.model_validate(words)):
            option = str(at[0]).replace("_", "-")
            raise click.UsageError(f"--{option}{message.removeprefix('check')}; {mend}")
    return asked | {name: (value, COMMAND_LINE) for name, value in words.items()}


def settings_in(path: str) -> "CheckSettings":
    """The settings of a file's [tool.exambank.check].

    Raises:
        click.UsageError: it has none, or some that do nothing.
    """
    from exambank.check.selection import setting_faults
    from exambank.config import CHECK, table_of
    from exambank.model.check_settings import CheckSettings
    from exambank.model.checked import checked

    if not Path(path).is_file():
        raise click.UsageError(f"--config: there is no file {path}")
    table = table_of(Path(path))
    if table is None:
        raise click.UsageError(f"--config: {path} has no [tool.exambank.{CHECK}]")
    if table.fault is not None:
        raise click.UsageError(f"--config: {path} cannot be read: {table.fault}")
    settings, refused = checked(CheckSettings, table.values.get(CHECK, {}))
    if settings is None:
        raise click.UsageError(f"--config: {path}: {refused[0].message}; see docs/settings.md")
    if settings.extend is not None:
        raise click.UsageError(f"--config: {path}: `extend` is for bank.yaml and pyproject.toml; remove it")
    for _, message, mend in setting_faults(settings):
        raise click.UsageError(f"--config: {path}: {message.removeprefix('check: ')}; {mend}")
    return settings
