"""What the docs say was measured is what is measured."""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.quality import published
from tests.quality.examined import ExaminedItem
from tests.quality.flaws import FLAWS
from tests.quality.labels import read_labels
from tests.quality.measured import judged
from tests.quality.noise import Noise
from tests.quality.sample import read_sample

from exambank.check.measured import Measured, figures, measured


def test_the_figures_are_those_of_today(examined_items: list[ExaminedItem]) -> None:
    """`nox -s quality -- --write` brings them up to date."""
    assert published.rows(judged(examined_items, read_labels(), read_sample())) == figures()["rules"]


def test_a_label_is_of_an_item_that_was_drawn() -> None:
    assert read_labels().keys() == read_sample().keys()


def test_what_is_written_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(published, "FILE", tmp_path / "measured.json")
    published.write([], Noise(200, Counter({("OPT003", "info"): 3, ("STM002", "info"): 1})))
    data: Mapping[str, object] = json.loads((tmp_path / "measured.json").read_text("utf-8"))
    assert data["noise"] == {"items": 200, "error": 0.0, "warning": 0.0, "info": 1.5, "preview": 0.5}
    assert data["rules"] == {
        flaw.code: {"open": [0, 0, 0, 0], "held-out": [0, 0, 0, 0], "kappa": None} for flaw in FLAWS
    }


def test_figures_in_words() -> None:
    assert Measured(27, 30, 9, 20, 0.71, "2026-11-26").sentence == (
        "precision 0.90 (27 of 30 findings, 95 % bounds 0.74–0.97), recall 0.45 (9 of 20 flawed items), "
        "agreement of readers κ 0.71; 2026-11-26"
    )
    assert Measured(0, 0, 0, 0, None, "2026-11-26").sentence == "no finding on labelled items; 2026-11-26"


def test_rules_without_labels_have_none() -> None:
    assert measured("STR006") is None
