"""What the bank holds against what the blueprint wants."""

from pathlib import Path

import pytest
from tests.small_bank import write_small_bank

from exambank.coverage.counts import NoBlueprint, coverage


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EXAMBANK_CACHE_DIR", str(tmp_path / "cache"))
    return write_small_bank(tmp_path)


def test_domains_objectives_levels_and_statuses(bank: Path) -> None:
    found = coverage(bank)
    assert [(domain.id, domain.wanted, domain.present, domain.gap) for domain in found.domains] == [
        ("water", 3, 6, 0), ("air", 2, 2, 0),
    ]  # fmt: skip
    assert [(one.id, one.domain, one.present) for one in found.objectives] == [
        ("water.states", "water", 3), ("water.measures", "water", 3), ("air.layers", "air", 2),
    ]  # fmt: skip
    assert found.cognitive == {"recall": 0, "apply": 8, "analyse": 0}
    assert found.statuses == {"approved": 8}
    assert (found.outside, found.gap) == (0, 0)


@pytest.mark.parametrize(("length", "gaps"), [(5, [0, 0]), (10, [0, 2]), (60, [32, 20]), (0, [0, 0])])
def test_a_form_of_another_length(bank: Path, length: int, gaps: list[int]) -> None:
    """60 items over 62.5 and 37.5 % are 37.5 and 22.5: the half goes to the heavier."""
    found = coverage(bank, length)
    assert [domain.gap for domain in found.domains] == gaps
    assert found.gap == sum(gaps)
    assert sum(domain.wanted for domain in found.domains) == length


@pytest.mark.parametrize(
    ("status", "present"),
    [("draft", 2), ("review", 2), ("pilot", 2), ("retired", 1), ("suspended", 1), ("compromised", 1)],
)
def test_what_is_retired_does_not_count(bank: Path, status: str, present: int) -> None:
    path = bank / "items" / "air" / "air-layers-001.md"
    path.write_text(path.read_text("utf-8").replace("status: approved", f"status: {status}"), "utf-8")
    found = coverage(bank)
    assert found.domains[1].present == present
    assert found.statuses[status] == 1


def test_levels_off_the_ladder_and_items_off_the_blueprint_are_counted(bank: Path) -> None:
    path = bank / "items" / "air" / "air-layers-001.md"
    text = path.read_text("utf-8").replace("cognitive: apply", "cognitive: invent")
    path.write_text(text.replace("objective: air.layers", "objective: fire.flames"), "utf-8")
    found = coverage(bank)
    assert found.cognitive == {"recall": 0, "apply": 7, "analyse": 0, "invent": 1}
    assert found.outside == 1
    assert found.domains[1].present == 1


def test_without_a_blueprint_there_is_nothing_to_compare_with(bank: Path) -> None:
    (bank / "blueprint.yaml").unlink()
    with pytest.raises(NoBlueprint) as raised:
        coverage(bank)
    assert [finding.code for finding in raised.value.files.findings] == ["BNK010"]
