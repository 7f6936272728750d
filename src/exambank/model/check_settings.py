"""What a bank asks of its checks: which rules run where, how severely, and with which limits."""

from datetime import date
from typing import Annotated

from pydantic import Discriminator, Field, Tag

from exambank.finding import Severity
from exambank.model.base import Frozen

Rules = tuple[str, ...]  # codes, names, families such as STM, beginnings of codes such as OPT01, or ALL

Limit = Annotated[float, Field(allow_inf_nan=False)]


class Ignored(Frozen):
    """A rule that a whole bank leaves out, and why."""

    rule: str
    reason: Annotated[str, Field(min_length=1)]


def shape_of(value: object) -> str:
    """Which of its two shapes an entry of `ignore` has."""
    return "rule" if isinstance(value, str) else "entry"


IgnoredRule = Annotated[Annotated[str, Tag("rule")] | Annotated[Ignored, Tag("entry")], Discriminator(shape_of)]


class PathSettings(Frozen):
    """What is otherwise for the files that a pattern of paths matches."""

    ignore: Rules = ()
    severity: dict[str, Severity] = Field(default_factory=dict)


class CheckSettings(Frozen):
    """`check` in bank.yaml, or `[tool.exambank.check]` in pyproject.toml."""

    select: Rules = ()
    extend_select: Rules = ()
    ignore: tuple[IgnoredRule, ...] = ()
    preview: bool = False
    severity: dict[str, Severity] = Field(default_factory=dict)
    limits: dict[str, dict[str, Limit]] = Field(default_factory=dict)
    per_path: dict[str, PathSettings] = Field(default_factory=dict)
    today: date | None = None  # what dates are compared with; else the clock's day

    @property
    def ignored(self) -> Rules:
        """What `ignore` names."""
        return tuple(one if isinstance(one, str) else one.rule for one in self.ignore)
