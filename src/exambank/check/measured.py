"""What a rule's findings were worth on labelled items: `measured.json`, which `nox -s quality -- --write` makes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("measured.json")
Z = 1.959964  # of a normal distribution, for bounds that hold in 95 of 100 cases


@dataclass(frozen=True, slots=True)
class Measured:
    """Findings that two readers call right, of all findings; flawed items that the rule finds, of all; and when."""

    right: int
    hits: int
    found: int
    flawed: int
    agreement: float | None
    date: str

    @property
    def sentence(self) -> str:
        """The figures in words."""
        parts = ["no finding on labelled items"]
        if self.hits:
            low, high = wilson(self.right, self.hits)
            share = (
                f"{self.right / self.hits:.2f} ({self.right} of {self.hits} findings, 95 % bounds {low:.2f}–{high:.2f})"
            )
            parts = [f"precision {share}"]
        if self.flawed:
            parts.append(f"recall {self.found / self.flawed:.2f} ({self.found} of {self.flawed} flawed items)")
        if self.agreement is not None:
            parts.append(f"agreement of readers κ {self.agreement:.2f}")
        return f"{', '.join(parts)}; {self.date}"


def wilson(successes: int, tries: int) -> tuple[float, float]:
    """Wilson's 95 % bounds of a share (Wilson 1927); 0 and 1 where nothing was tried."""
    if not tries:
        return 0.0, 1.0
    share = successes / tries
    middle = share + Z * Z / (2 * tries)
    margin = Z * sqrt(share * (1 - share) / tries + Z * Z / (4 * tries * tries))
    below = 1 + Z * Z / tries
    return max(0.0, (middle - margin) / below), min(1.0, (middle + margin) / below)


def measured(code: str) -> Measured | None:
    """The figures of a rule over all labelled items; None for rules that no reader labels."""
    data = figures()
    row = data["rules"].get(code)
    if row is None:
        return None
    right, wrong, found, flawed = (a + b for a, b in zip(row["open"], row["held-out"], strict=True))
    return Measured(right, right + wrong, found, flawed, row["kappa"], data["date"])


@cache
def figures() -> Mapping[str, Any]:
    """The file: of each rule and half the right and wrong hits, and the flawed items that were found, and all."""
    found: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    return found
