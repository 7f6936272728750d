"""What is shown, and what never is."""

from pathlib import Path

import pytest
from tests.quality import moved
from tests.quality.bank_item import BankItem, Parts
from tests.quality.examined import examined
from tests.quality.flaws import FLAWS
from tests.quality.labels import Labelled
from tests.quality.measured import Judged, measured
from tests.quality.show import shown, shown_moves

NEGATIVE = next(flaw for flaw in FLAWS if flaw.code == "STM001")


def judged(bank: str, stem: str, *labels: str) -> Judged:
    body = Parts(stem, (("red", True), ("green", False), ("blue", False))).body
    item = examined(BankItem(bank, 1, body), "en")
    assert item is not None
    return Judged(item, Labelled(item.digest, bank, frozenset(labels), frozenset(labels)), "random")


@pytest.fixture
def items() -> list[Judged]:
    """A false hit in each half, and a miss in each."""
    return [
        judged("cloud", "Which colour of these is not warm, says the open bank?"),
        judged("spark", "Which colour of these is not warm, says the held-out bank?"),
        judged("cloud", "Which colour is warm, asks the open bank?", NEGATIVE.label),
        judged("spark", "Which colour is warm, asks the held-out bank?", NEGATIVE.label),
    ]


def test_held_out_items_are_counted_and_not_shown(items: list[Judged]) -> None:
    text = shown(items, NEGATIVE)
    assert "says the open bank?" in text.partition("# Misses")[0]
    assert "asks the open bank?" in text.partition("# Misses")[2]
    assert "held-out bank" not in text
    assert text.endswith("2 more in the held-out half, which are not shown")


def test_halves_are_counted_apart(items: list[Judged]) -> None:
    counts = measured(items)
    for half in ("open", "held-out"):
        assert (counts["STM001", half].false_hits, counts["STM001", half].misses) == (1, 1)
        assert counts["STM001", half].true_hits == 0


def test_what_moved_since_it_was_saved(items: list[Judged], tmp_path: Path) -> None:
    moved.save(tmp_path / "hits.json", items)
    saved = moved.read_saved(tmp_path / "hits.json")
    assert moved.moves(items, saved) == []
    then = {digest: [code for code in codes if code != "STM001"] + ["OPT001"] for digest, codes in saved.items()}
    text = shown_moves(moved.moves(items[:2], then))
    assert "OPT001: 0 new hits, 2 gone" in text
    assert "STM001: 2 new hits, 0 gone" in text
    assert "held-out bank" not in text
    assert shown_moves([]) == "nothing has moved"
