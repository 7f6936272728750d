"""Where rules come from: our own list, and other packages' entry points in the group `exambank.rules`."""

from importlib.metadata import entry_points

from exambank.check.rules import RULES

GROUP = "exambank.rules"


def rule_modules() -> tuple[str, ...]:
    """The modules of all rules, ours first; an entry point names a module that holds `RULE`."""
    ours = tuple(RULES.values())
    return ours + tuple(sorted(point.value for point in entry_points(group=GROUP)))
