"""The loss report: by target, what matters first, and nothing where nothing is lost."""

from dataclasses import dataclass

from exambank.report.losses import loss_report


@dataclass(frozen=True)
class Lost:
    target: str
    feature: str
    outcome: str
    is_content: bool
    items: int = 1


def test_nothing_is_lost() -> None:
    assert loss_report([], 3) == ""


def test_losses_are_counted_by_target_content_first() -> None:
    losses = [
        Lost("qti12", "objective", "left out", False),
        Lost("qti12", "tolerance", "written as a range", True),
        Lost("qti12", "tolerance", "written as a range", True),
        Lost("json", "unit", "left out", True),
    ]
    assert loss_report(reversed(losses), 4) == (
        "json does not hold all of it:\n"
        "  ! unit (1 of 4 items): left out\n"
        "qti12 does not hold all of it:\n"
        "  ! tolerance (2 of 4 items): written as a range\n"
        "  · objective (1 of 4 items): left out\n"
    )
