"""Losses of content stay one by one; the others are counted together."""

from exambank.export.loss import LOST, Loss, counted, keyless, loss_findings
from exambank.finding import Severity


def loss(item: str, feature: str, is_content: bool) -> Loss:
    return Loss("qti12", feature, "left out", "a source", is_content, item, f"items/{item}.md")


def test_only_what_is_no_content_is_counted_together() -> None:
    found = [
        loss("a", "unit", True),
        loss("a", "metadata", False),
        loss("b", "unit", True),
        loss("b", "metadata", False),
    ]
    assert [(one.feature, one.item_id, one.items) for one in counted(found)] == [
        ("unit", "a", 1),
        ("unit", "b", 1),
        ("metadata", "a", 2),
    ]


def test_counting_twice_gives_the_same_sums() -> None:
    found = [loss(name, "metadata", False) for name in "abc"]
    assert counted([*counted(found[:2]), *counted(found[2:])]) == counted(found)


def test_only_content_stops_a_strict_build_at_its_item() -> None:
    (finding,) = loss_findings([loss("a", "metadata", False), loss("b", "unit", True)])
    assert (finding.code, finding.severity, finding.place.path) == (LOST[0], Severity.ERROR, "items/b.md")


def test_an_item_without_a_key_is_a_loss_of_content() -> None:
    assert keyless("qti21", "a", "items/a.md").is_content
