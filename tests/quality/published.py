"""The figures that rules' pages and docs/quality.md are made with: `src/exambank/check/measured.json`."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tests.quality.figures import Counts
from tests.quality.flaws import FLAWS
from tests.quality.measured import HALVES, Judged, agreement, measured
from tests.quality.noise import Noise

from exambank.check.measured import FILE

Rows = dict[str, dict[str, Any]]


def rows(items: Sequence[Judged]) -> Rows:
    """Of each rule and half the right and wrong hits, and the flawed items found, and all; and the readers' κ."""
    figures, kappas = measured(items), agreement(one.labels for one in items)
    found: Rows = {}
    for flaw in FLAWS:
        kappa = kappas[flaw.label]
        found[flaw.code] = {half: row(figures[flaw.code, half]) for half in HALVES}
        found[flaw.code]["kappa"] = None if kappa is None else round(kappa, 2) + 0.0  # no -0.0
    return found


def row(counts: Counts) -> list[int]:
    """Right hits, wrong hits, flawed items that are found, flawed items."""
    return [counts.true_hits, counts.false_hits, counts.found, counts.flawed]


def write(items: Sequence[Judged], noise: Noise) -> None:
    """Writes the file, a line a rule; its day is today's."""
    halves = Counter(one.half for one in items)
    head = {
        "date": date.today().isoformat(),  # noqa: DTZ011 -- the day where it was measured
        "items": {half: halves[half] for half in HALVES},
        "noise": per_hundred(noise),
    }
    lines = [f"{json.dumps(name)}: {json.dumps(value)}," for name, value in head.items()]
    rules = ",\n".join(f"{json.dumps(code)}: {json.dumps(value)}" for code, value in rows(items).items())
    FILE.write_text("{" + "\n".join(lines) + '\n"rules": {\n' + rules + "\n}}\n", "utf-8", newline="\n")


def per_hundred(noise: Noise) -> Mapping[str, float]:
    """The items of all banks, and the findings per 100 of them by rules that are on by default."""
    grades = {grade: round(noise.per_hundred(grade, is_preview=False), 1) for grade in ("error", "warning", "info")}
    return {"items": noise.items, **grades, "preview": round(noise.per_hundred(is_preview=True), 1)}
