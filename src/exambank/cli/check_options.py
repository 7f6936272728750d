"""What a check was asked for, and what came of it."""

from pathlib import Path
from typing import Any

from msgspec import Struct, field

from exambank.finding import Finding, Suppressed


class Options(Struct, frozen=True):
    """What the command was asked: how to look, what to leave out, and what to do about it."""

    no_cache: bool
    jobs: int | None
    asked: dict[str, Any]
    since: str | None
    item_rules: bool
    fix: bool
    unsafe_fixes: bool
    diff: bool
    write_baseline: bool
    prune_baseline: bool
    show_suppressed: bool


class Outcome(Struct):
    """All findings with paths from here, how many files were looked at, and notes for standard error."""

    findings: list[Finding] = field(default_factory=list)
    files: int = 0
    notes: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    by_bank: dict[Path, list[Finding]] = field(default_factory=dict)  # with paths in the bank
    suppressed: list[Suppressed] = field(default_factory=list)
