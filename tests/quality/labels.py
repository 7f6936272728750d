"""Labels: what two readers say of each item, and what a third settled; kept by the item's digest, without its text."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.quality.flaws import FLAWS

FOLDER = Path(__file__).parent / "labels"
LABELS = frozenset(flaw.label for flaw in FLAWS)


@dataclass(frozen=True, slots=True)
class Labelled:
    """An item's labels."""

    digest: str
    bank: str
    a: frozenset[str]
    b: frozenset[str]
    settled: Mapping[str, bool] = field(default_factory=dict)

    @property
    def disputed(self) -> frozenset[str]:
        """Labels that one reader gave and the other did not."""
        return self.a ^ self.b

    def has(self, label: str) -> bool | None:
        """Whether the item has this flaw; None where the readers differ and nobody settled it."""
        return self.settled.get(label) if label in self.disputed else label in self.a


def read_labels() -> dict[str, Labelled]:
    """Digest → labels, of all banks."""
    return {one.digest: one for path in sorted(FOLDER.glob("bank-*.json")) for one in of_bank(path)}


def of_bank(path: Path) -> Iterable[Labelled]:
    """The labels in a bank's file."""
    rows: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))
    for digest, row in rows.items():
        bank = path.stem.removeprefix("bank-")
        yield Labelled(digest, bank, frozenset(row["a"]), frozenset(row["b"]), row.get("settled", {}))


def write_labels(labels: Iterable[Labelled]) -> None:
    """Writes a file a bank, a line an item."""
    banks: dict[str, list[str]] = {}
    for one in sorted(labels, key=lambda one: one.digest):
        row: dict[str, Any] = {"a": sorted(one.a), "b": sorted(one.b)}
        if one.settled:
            row["settled"] = dict(sorted(one.settled.items()))
        banks.setdefault(one.bank, []).append(f'"{one.digest}": {json.dumps(row)}')
    for bank, lines in banks.items():
        (FOLDER / f"bank-{bank}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
