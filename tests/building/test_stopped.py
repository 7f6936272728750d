"""What stops a build, and that nothing is put in place then."""

import json
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from tests.building.conftest import Build

from exambank.building.order import Order
from exambank.building.run import run
from exambank.formats import FORMATS
from exambank.formats.contract import Audience, Fragment, Unit


def test_an_error_of_check_stops_it(bank: Path, build: Build, tmp_path: Path) -> None:
    item = bank / "items" / "water" / "water-states-001.md"
    item.write_text(item.read_text("utf-8").replace("- [x]", "- [ ]"), "utf-8")
    done = build(bank, tmp_path / "out")
    assert done.returncode == 1
    assert "STR010" in done.stderr
    assert "nothing was built" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_changed_key_stops_it_until_it_is_accepted(bank: Path, build: Build, tmp_path: Path) -> None:
    item = bank / "items" / "water" / "water-states-003.md"
    text = item.read_text("utf-8")
    item.write_text(text.replace("- [x]", "- [?]").replace("- [ ]", "- [x]").replace("- [?]", "- [ ]"), "utf-8")
    done = build(bank, tmp_path / "out")
    assert done.returncode == 1
    assert 'recorded "False", now "True"' in done.stderr


def test_strict_makes_a_loss_of_content_an_error(bank: Path, build: Build, tmp_path: Path) -> None:
    done = build(bank, tmp_path / "out", "--target", "qti12", "--strict")
    assert done.returncode == 1
    assert "EXP001" in done.stderr
    assert not (tmp_path / "out").exists()


def test_losses_are_reported_and_stand_in_the_manifest(bank: Path, build: Build, tmp_path: Path) -> None:
    done = build(bank, tmp_path / "out", "--target", "qti12")
    assert done.returncode == 0
    assert "qti12 does not hold all of it" in done.stderr
    losses = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))["losses"]
    assert any(loss["is_content"] and loss["target"] == "qti12" for loss in losses)


def test_drafts_are_left_out_and_said_to_be(bank: Path, build: Build, tmp_path: Path) -> None:
    item = bank / "items" / "air" / "air-layers-002.md"
    item.write_text(item.read_text("utf-8").replace("status: approved", "status: draft"), "utf-8")
    blueprint = bank / "blueprint.yaml"
    blueprint.write_text(blueprint.read_text("utf-8").replace("length: 5", "length: 2"), "utf-8")
    done = build(bank, tmp_path / "out", "--target", "json")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(
        "7 items for the instructor (with keys: keep them from candidates); left out: 1 draft"
    )


def test_an_unknown_target_is_a_usage_error(bank: Path, build: Build, tmp_path: Path) -> None:
    done = build(bank, tmp_path / "out", "--target", "qti99")
    assert done.returncode == 2
    assert "there is no target qti99" in done.stderr


@pytest.mark.parametrize("target", FORMATS)
def test_a_writer_that_swaps_two_options_is_caught_by_reading_back(
    target: str, bank: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer: ModuleType = import_module(f"{FORMATS[target]}.writer")
    honest = writer.fragment

    def swapping(unit: Unit, audience: Audience) -> Fragment:
        item = unit.item
        if item.interaction == "choice":
            first, second, *rest = item.options
            swapped = (first.model_copy(update={"text": second.text}), second.model_copy(update={"text": first.text}))
            unit = Unit(item.model_copy(update={"options": (*swapped, *rest)}), unit.stimulus, unit.pictures)
        found: Fragment = honest(unit, audience)
        return found

    monkeypatch.setattr(writer, "fragment", swapping)
    built = run(Order(bank, tmp_path / "out", (target,), use_cache=False))
    assert {finding.code for finding in built.findings} == {"EXP003"}
    assert any("option 1: text differs" in finding.message for finding in built.findings)
    assert not (tmp_path / "out").exists()
