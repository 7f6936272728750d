"""The loss report for a person: by target, what is lost, in how many items, and what becomes of it."""

from collections import Counter
from collections.abc import Iterable
from typing import Protocol


class Lost(Protocol):
    """What the report needs of a loss."""

    @property
    def target(self) -> str:
        """The format's name."""

    @property
    def feature(self) -> str:
        """What is lost."""

    @property
    def outcome(self) -> str:
        """What becomes of it."""

    @property
    def items(self) -> int:
        """Of how many items."""

    @property
    def is_content(self) -> bool:
        """Whether candidates or scores would feel it."""


def loss_report(losses: Iterable[Lost], items: int) -> str:
    """Lines by target, content first; empty where nothing is lost."""
    counts: Counter[tuple[str, bool, str, str]] = Counter()
    for loss in losses:
        counts[loss.target, not loss.is_content, loss.feature, loss.outcome] += loss.items
    lines: list[str] = []
    target = None
    for (name, is_minor, feature, outcome), count in sorted(counts.items()):
        if name != target:
            lines.append(f"{name} does not hold all of it:")
            target = name
        mark = "·" if is_minor else "!"
        lines.append(f"  {mark} {feature} ({count} of {items} items): {outcome}")
    return "".join(line + "\n" for line in lines)
