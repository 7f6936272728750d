"""From a reference to what it names, and back."""

from pathlib import Path

import pytest
from tests.lsp import WITHOUT

pytest.importorskip("pygls", reason=WITHOUT)
from lsprotocol import types
from tests.lsp.desk import MEASURES, ON_STIMULUS, STATES, STIMULUS, Desk, at, desk, shown

from exambank.lsp.bank_index import uri_of
from exambank.lsp.definition import all_references, definition

GAPS = "Water is [____](#gap-a) or\n[x](#gap-b).\n\n## Gap b\n\n- wet\n\n## Gap c\n\n- dry\n"


def named(work: Desk, locations: list[types.Location]) -> list[tuple[str, str]]:
    """Each location as its path in the bank and the text that stands there."""
    files = {uri_of(work.bank.root, path): path for path in [*work.bank.rows, "blueprint.yaml"]}
    found = [(files[one.uri], one.range) for one in locations]
    return [(path, shown(work.bank.file(path).client, where)) for path, where in found]


def test_a_stimulus_leads_to_its_file(tmp_path: Path) -> None:
    work = desk(tmp_path)
    file = work.open(ON_STIMULUS)
    assert named(work, definition(work.bank, file, at(file, "bath-log", 8))) == [(STIMULUS, "bath-log")]


def test_an_enemy_leads_to_its_file(tmp_path: Path) -> None:
    work = desk(tmp_path)
    file = work.change(STATES, "cognitive: apply", "enemies:\n- air-layers-001\n- water-measures-001")
    assert named(work, definition(work.bank, file, at(file, "water-measures-001", 3))) == [
        (MEASURES, "water-measures-001")
    ]


def test_an_objective_leads_to_its_line_in_the_blueprint(tmp_path: Path) -> None:
    work = desk(tmp_path)
    file = work.open(MEASURES)
    assert named(work, definition(work.bank, file, at(file, "water.measures"))) == [
        ("blueprint.yaml", "water.measures")
    ]


def test_a_gap_leads_to_its_section_and_back(tmp_path: Path) -> None:
    work = desk(tmp_path)
    file = work.change(STATES, (work.bank.root / STATES).read_text("utf-8").partition("---\n\n")[2], GAPS)
    to_section, to_gap = (definition(work.bank, file, at(file, words, 3)) for words in ("[x](#gap-b)", "## Gap b"))
    assert named(work, to_section) == [(STATES, "Gap b")]
    assert named(work, to_gap) == [(STATES, "[x](#gap-b)")]
    assert definition(work.bank, file, at(file, "## Gap c", 3)) == [], "no gap names it"
    assert definition(work.bank, file, at(file, "[____](#gap-a)", 3)) == [], "it has no section"


def test_what_does_not_exist_leads_nowhere(tmp_path: Path) -> None:
    work = desk(tmp_path)
    file = work.change(STATES, "objective: water.states", "objective: water.sates\nstimulus: water-states-002")
    assert definition(work.bank, file, at(file, "water.sates")) == []
    assert definition(work.bank, file, at(file, "water-states-002")) == [], "an item is no stimulus"
    assert definition(work.bank, file, at(file, "kettle")) == []


def test_an_id_lists_all_that_name_it(tmp_path: Path) -> None:
    work = desk(tmp_path)
    work.change(STATES, "cognitive: apply", "enemies: [air-layers-001, water-measures-001]")
    work.change("items/air/air-layers-002.md", "cognitive: apply", 'enemies: ["water-measures-001"]')
    file = work.open(MEASURES)
    where = at(file, "id: water", 4)
    assert sorted(named(work, all_references(work.bank, file, where, False))) == [
        ("items/air/air-layers-002.md", '"water-measures-001"'),
        (STATES, "water-measures-001"),
    ]
    assert (MEASURES, "water-measures-001") in named(work, all_references(work.bank, file, where, True))


def test_an_objective_lists_its_items_from_the_blueprint(tmp_path: Path) -> None:
    work = desk(tmp_path)
    file = work.open("blueprint.yaml")
    found = named(work, all_references(work.bank, file, at(file, "air.layers"), False))
    assert sorted(found) == [(f"items/air/air-layers-00{n}.md", "air.layers") for n in (1, 2)]
