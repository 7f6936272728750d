"""What hovering tells."""

from pathlib import Path

import pytest
from tests.lsp import WITHOUT

pytest.importorskip("pygls", reason=WITHOUT)
from lsprotocol import types
from tests.lsp.desk import CHECKS, ON_STIMULUS, STATES, STIMULUS, Desk, at, desk

from exambank.lsp.fields import MEANINGS
from exambank.lsp.hover import hover
from exambank.lsp.open_file import OpenFile
from exambank.model.from_syntax import NOT_FRONT_MATTER
from exambank.model.item import INTERACTIONS
from exambank.model.stimulus import Stimulus
from exambank.model.translation import Translation

FORMAT = Path(__file__).parents[2] / "docs" / "format.md"


def said(work: Desk, file: OpenFile, words: str, offset: int = 1) -> str | None:
    found = hover(work.bank, file, at(file, words, offset))
    if found is None:
        return None
    assert isinstance(found.contents, types.MarkupContent)
    return found.contents.value


def test_an_objective_has_title_domain_weight_and_number_of_items(tmp_path: Path) -> None:
    work = desk(tmp_path)
    assert said(work, work.open(STATES), "water.states", 8) == (
        "**Tell the states of water apart**\n\nWater, 62.5 % of the exam. The bank has 3 items."
    )
    work.change("items/water/water-states-002.md", "objective: water.states", "objective: water.measures")
    assert "The bank has 2 items." in str(said(work, work.bank.open[STATES], "water.states"))


def test_an_objective_in_the_blueprint_tells_the_same(tmp_path: Path) -> None:
    work = desk(tmp_path)
    assert "The bank has 2 items." in str(said(work, work.open("blueprint.yaml"), "air.layers"))


def test_a_stimulus_tells_how_its_text_begins(tmp_path: Path) -> None:
    work = desk(tmp_path)
    assert str(said(work, work.open(ON_STIMULUS), "bath-log")).startswith("**bath-log** (approved)\n\n> 40 °C at noon")
    work.change(STIMULUS, "> 40 °C at noon", "> 41 °C at noon")
    assert "> 41 °C" in str(said(work, work.bank.open[ON_STIMULUS], "bath-log"))


def test_an_enemy_tells_its_stem(tmp_path: Path) -> None:
    work = desk(tmp_path)
    file = work.change(STATES, "cognitive: apply", "enemies: [air-layers-001, nobody-001]")
    assert "Which layers lie below 50 km?" in str(said(work, file, "air-layers-001"))
    assert said(work, file, "nobody-001") is None
    file = work.change(STATES, "cognitive: apply", "variants: [air-layers-001]")
    assert "Which layers lie below 50 km?" in str(said(work, file, "air-layers-001"))


def test_a_long_text_is_cut_between_words(tmp_path: Path) -> None:
    work = desk(tmp_path)
    work.change(STIMULUS, "measured twice", "measured " + "again " * 400)
    text = str(said(work, work.open(ON_STIMULUS), "bath-log"))
    assert len(text) < 700
    assert text.endswith("again …")


def test_a_rule_in_a_suppress_list_shows_its_page(tmp_path: Path) -> None:
    work = desk(tmp_path)
    file = work.change(STATES, "cognitive: apply", 'suppress: [{code: OPT001, reason: "as in the book"}]')
    assert str(said(work, file, "OPT001")).startswith("# OPT001 duplicate-option\n")
    assert said(work, file, "as in the book") is None


def test_a_rule_in_the_bank_s_settings_shows_its_page_by_code_or_name(tmp_path: Path) -> None:
    work = desk(tmp_path)
    text = (work.bank.root / "bank.yaml").read_text("utf-8")
    asked = "check: {ignore: [TXT001], severity: {missing-alt: info}}\n"
    file = work.open("bank.yaml", text.replace(CHECKS, asked))
    assert str(said(work, file, "TXT001")).startswith("# TXT001 raw-html\n")
    assert str(said(work, file, "missing-alt")).startswith("# ACC001 missing-alt\n")
    assert said(work, file, "severity") is None
    assert said(work, file, "small") is None


def test_a_field_tells_what_it_holds(tmp_path: Path) -> None:
    work = desk(tmp_path)
    file = work.change(STATES, "cognitive: apply", "x-house: 1\ncognitve: apply")
    assert said(work, file, "difficulty") == "**difficulty**: expected facility, 0 to 1\n\nIf absent: none"
    assert said(work, file, "x-house") == "A field of the house, checked by its house schema."
    assert said(work, file, "cognitve") is None


def test_nothing_is_told_of_the_text(tmp_path: Path) -> None:
    work = desk(tmp_path)
    assert said(work, work.open(STATES), "kettle") is None


def test_every_field_is_explained() -> None:
    fields = {name for model in INTERACTIONS.values() for name in model.__struct_fields__}
    fields |= set(Stimulus.__struct_fields__) | set(Translation.__struct_fields__)
    assert set(MEANINGS) == fields - NOT_FRONT_MATTER - {"text"}


def test_docs_format_names_the_same_fields() -> None:
    rows = [line.split("|") for line in FORMAT.read_text("utf-8").split("| if absent |")[1].splitlines()]
    named = {name.strip(" `") for row in rows if len(row) == 5 for name in row[1].split(",")}
    assert set(MEANINGS) <= named
