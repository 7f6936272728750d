"""What a change of rules moves: hits of today against those that were saved."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.quality.measured import Judged

Hits = dict[str, list[str]]  # digest → codes


def save(path: Path, items: Iterable[Judged]) -> None:
    """Writes the hits on labelled items."""
    hits = {one.item.digest: sorted(one.item.codes) for one in items}
    path.write_text(json.dumps(hits, indent=0, sort_keys=True) + "\n", "utf-8")


def read_saved(path: Path) -> Hits:
    """Hits that were saved."""
    found: Hits = json.loads(path.read_text("utf-8"))
    return found


def moves(items: Iterable[Judged], saved: Mapping[str, list[str]]) -> list[tuple[Judged, str, bool]]:
    """Item, code, and whether the rule hits now what it did not hit then (or the other way round)."""
    found = []
    for one in items:
        before = saved.get(one.item.digest)
        if before is not None:
            found += [(one, code, code in one.item.codes) for code in sorted(one.item.codes ^ set(before))]
    return found
