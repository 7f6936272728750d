"""What candidates did with items of a bank, for tests that need a `statistics.json`."""

from pathlib import Path

from exambank.check.run import bank_facts
from exambank.check.statistics_file import write_statistics
from exambank.model.statistics import ItemStatistics
from exambank.source.discover import STATISTICS_FILE


def write_figures(root: Path, path: str, *, n: int = 240, facility: float = 0.6, r: float | None = None) -> None:
    """Writes figures of the item at a path, as it is now."""
    facts = bank_facts(root, use_cache=False)[path]
    assert facts is not None
    entry = ItemStatistics(key=facts.key_digest, text=facts.text_digest, n=n, facility=facility, discrimination=r)
    text = write_statistics({f"{facts.id}@{facts.version}": entry})
    (root / STATISTICS_FILE).write_text(text, "utf-8", newline="\n")
