"""The loss report: what a target does not hold of an item, known before a byte of it is written."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from exambank.finding import Finding, Place, Severity
from exambank.formats.feature import Denial, Feature

LOST = ("EXP001", "content-lost")


@dataclass(frozen=True, slots=True)
class Loss:
    """What a target does not hold of an item; `is_content` if candidates or scores would feel it.

    `items` is above 1 where losses that are no content were counted together; item and path are then the first's.
    """

    target: str
    feature: str
    outcome: str
    source: str
    is_content: bool
    item_id: str
    path: str
    items: int = 1


def losses(
    target: str, denied: Mapping[Feature, Denial], used: Collection[Feature], item_id: str, path: str
) -> Iterator[Loss]:
    """The losses of an item that uses these features, in one target, in the order of the features."""
    for feature, denial in denied.items():
        if feature in used:
            yield Loss(target, str(feature), denial.outcome, denial.source, denial.is_content, item_id, path)


def counted(found: Iterable[Loss]) -> list[Loss]:
    """The losses of content one by one, the others counted together by target and feature."""
    kept: list[Loss] = []
    minor: dict[tuple[str, str, str], Loss] = {}
    for loss in found:
        if loss.is_content:
            kept.append(loss)
            continue
        name = loss.target, loss.feature, loss.outcome
        before = minor.get(name)
        minor[name] = loss if before is None else replace(before, items=before.items + loss.items)
    return [*kept, *minor.values()]


def keyless(target: str, item_id: str, path: str) -> Loss:
    """The loss of a whole item: the target holds none of its answers, and without a key it would score all as wrong."""
    outcome = "The item is left out: without a key everybody's answer would be wrong."
    return Loss(target, "every accepted answer", outcome, "docs/formats.md", True, item_id, path)


def loss_findings(found: Iterable[Loss]) -> list[Finding]:
    """Each loss of content as an error, for a build that must not lose any."""
    code, name = LOST
    return [
        Finding(
            code, name, Severity.ERROR, f"{loss.target} does not hold: {loss.feature}. {loss.outcome}",
            f"leave {loss.target} out, change the item, or build without --strict", Place(loss.path),
        )
        for loss in found
        if loss.is_content
    ]  # fmt: skip
