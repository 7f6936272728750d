"""How many keys a stem announces."""

import pytest

from exambank.check.announced_keys import Announced, announced_keys


@pytest.mark.parametrize(
    ("stem", "count"),
    [
        ("Which? (Choose two.)", 2),
        ("Which? (Select 3)", 3),
        ("Which? (Please choose the four best.)", 4),
        ("Choose two.", 2),
        ("Choose exactly two options", 2),
        ("Pick any three answers:", 3),
        ("Mark one of the statements.", 1),
        ("SELECT TWO", 2),
        ("Select all that apply.", None),
        ("(Choose all that apply)", None),
    ],
)
def test_an_announcement(stem: str, count: int | None) -> None:
    found = announced_keys(stem)
    assert found is not None
    assert found.count == count
    assert stem[slice(*found.span)].strip()


@pytest.mark.parametrize(
    "stem",
    [
        "Which two-phase plan do teams choose?",
        "A buyer must choose two vendors.",
        "Customers select three plans a year. Why?",
        "They choose 10 options.",
        "How do teams select all leads?",
        "Two of them?",
        "Wählen Sie zwei.",
        "",
    ],
)
def test_no_announcement(stem: str) -> None:
    assert announced_keys(stem) is None


def test_the_last_one_counts() -> None:
    assert announced_keys("Choose one. Now (choose two)") == Announced(2, (16, 28))
