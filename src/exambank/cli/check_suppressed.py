"""What a check does not tell, for reports that mark it: silenced by items or by the bank, or in the baseline."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from exambank.check.silenced import silenced
from exambank.check.state import CheckResult
from exambank.cli.paths import from_here
from exambank.finding import Finding, Suppressed
from exambank.source.discover import BASELINE_FILE


def suppressed(
    root: Path,
    result: CheckResult,
    known: Collection[Finding],
    asked: Mapping[str, Any],
    in_question: Callable[[CheckResult], Iterable[Finding]],
) -> list[Suppressed]:
    """The findings that are suppressed, in order, with paths from here; `known` are those of the baseline.

    `in_question` leaves those of a result that lie in the paths that were asked for.
    """
    found, of_bank = silenced(root, result.findings, asked)
    asked_for = set(in_question(replace(result, findings=tuple(one.finding for one in found), of_bank=of_bank)))
    told = [one for one in found if one.finding in asked_for]
    told += [Suppressed(finding, False, f"known from {BASELINE_FILE}") for finding in known]
    told.sort(key=lambda one: one.finding.order)
    return [msgspec.structs.replace(one, finding=from_here(one.finding, root)) for one in told]
