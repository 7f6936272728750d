"""Settings of the checks that the command line gives."""

from datetime import datetime
from typing import Any

import click


def settings_of(
    select: str | None, extend_select: str | None, ignore: str | None, preview: bool, today: datetime | None
) -> dict[str, Any]:
    """The settings of the checks that the command line gives.

    Raises:
        click.UsageError: one names no rule.
    """
    given = {"select": select, "extend_select": extend_select, "ignore": ignore}
    asked: dict[str, Any] = {
        name: tuple(filter(None, map(str.strip, text.split(",")))) for name, text in given.items() if text is not None
    }
    if preview:
        asked["preview"] = True
    if today is not None:
        asked["today"] = today.date()
    if asked:
        from exambank.check.selection import setting_faults
        from exambank.model.check_settings import CheckSettings

        for at, message, mend in setting_faults(CheckSettings.model_validate(asked)):
            option = str(at[0]).replace("_", "-")
            raise click.UsageError(f"--{option}{message.removeprefix('check')}; {mend}")
    return asked
