"""Where rules come from: our own list, and other packages' entry points in the group `exambank.rules`."""

import os
import sys
from collections.abc import Iterable

from exambank.check.rules import RULES

GROUP = "exambank.rules"
METADATA = (".dist-info", ".egg-info")


def rule_modules() -> tuple[str, ...]:
    """The modules of all rules, ours first."""
    return (*RULES.values(), *foreign_modules())


def foreign_modules() -> tuple[str, ...]:
    """The modules of other packages' rules; an entry point names a module that holds `RULE`."""
    if not any(map(may_hold_rules, sys.path)):
        return ()
    from importlib.metadata import entry_points

    return tuple(sorted(point.value for point in entry_points(group=GROUP)))


def may_hold_rules(folder: str) -> bool:
    """Whether packages installed in a folder name our group, or it cannot be told (in an archive).

    A look of a few milliseconds that spares nearly all runs importlib.metadata, which takes ten times as long.
    """
    try:
        with os.scandir(folder or ".") as entries:
            return any(map(_names_group, [entry.path for entry in entries if entry.name.endswith(METADATA)]))
    except NotADirectoryError:
        return True
    except OSError:
        return False


def _names_group(folder: str) -> bool:
    try:
        with open(f"{folder}/entry_points.txt", "rb") as file:  # noqa: PTH123 -- a Path for each is half of the time
            return GROUP.encode() in file.read()
    except OSError:
        return False


def own_modules(codes: Iterable[str]) -> tuple[str, ...]:
    """The modules of these rules of ours, in the list's order."""
    wanted = set(codes)
    return tuple(module for code, module in RULES.items() if code in wanted)
