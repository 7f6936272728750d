"""What a bank asks of its checks: which rules run where, how severely, and with which limits."""

from datetime import date
from typing import Annotated

from msgspec import field

from exambank.finding import Severity
from exambank.model.base import Frozen
from exambank.model.limits import Limits, TextOrEntry

Rules = tuple[str, ...]  # codes, names, families such as STM, beginnings of codes such as OPT01, or ALL

Limit = Annotated[float, Limits(allow_inf_nan=False)]


class Ignored(Frozen, frozen=True, kw_only=True):
    """A rule that a whole bank leaves out, and why."""

    rule: str
    reason: Annotated[str, Limits(min_length=1)]


IgnoredRule = Annotated[str | Ignored, TextOrEntry()]


class PathSettings(Frozen, frozen=True, kw_only=True):
    """What is otherwise for the files that a pattern of paths matches."""

    ignore: Rules = ()
    severity: dict[str, Severity] = field(default_factory=dict)


class CheckSettings(Frozen, frozen=True, kw_only=True, dict=True):
    """`check` in bank.yaml, or `[tool.exambank.check]` in pyproject.toml."""

    select: Rules = ()
    extend_select: Rules = ()
    ignore: tuple[IgnoredRule, ...] = ()
    preview: bool = False
    severity: dict[str, Severity] = field(default_factory=dict)
    limits: dict[str, dict[str, Limit]] = field(default_factory=dict)
    per_path: dict[str, PathSettings] = field(default_factory=dict)
    today: date | None = None  # what dates are compared with; else the clock's day
    extend: str | None = None  # a TOML file, from the one that names it, whose [tool.exambank.check] comes behind it

    @property
    def ignored(self) -> Rules:
        """What `ignore` names."""
        return tuple(one if isinstance(one, str) else one.rule for one in self.ignore)
