"""What is proposed in front matter."""

from pathlib import Path

import msgspec
import pytest
from tests.lsp import WITHOUT

pytest.importorskip("pygls", reason=WITHOUT)
from lsprotocol import types
from tests.lsp.desk import STATES, STIMULUS, Desk, at, desk, edited

from exambank.lsp.completion import MOST, completion
from exambank.lsp.open_file import OpenFile
from exambank.model.base import STATUSES

CURSOR = "¦"


def typed(work: Desk, front: str, body: str = "Stem.\n") -> tuple[OpenFile, types.CompletionList | None]:
    """The proposals at the cursor mark in an item's front matter, most of which does not parse."""
    text = f"---\nid: water-states-001\n{front}\n---\n\n{body}"
    where = at(OpenFile("", STATES, text), CURSOR)
    file = work.open(STATES, text.replace(CURSOR, ""))
    return file, completion(work.bank, file, where)


def labels(work: Desk, front: str) -> list[str]:
    _, found = typed(work, front)
    return [item.label for item in found.items] if found is not None else []


def written(work: Desk, front: str, label: str) -> str:
    """The line of the cursor, once the proposal is taken."""
    file, found = typed(work, front)
    assert found is not None
    [item] = [item for item in found.items if item.label == label]
    assert isinstance(item.text_edit, types.TextEdit)
    return edited(file.client, [item.text_edit]).split("\n")[item.text_edit.range.start.line]


def test_fields_that_are_not_there_yet(tmp_path: Path) -> None:
    work = desk(tmp_path)
    found = labels(work, "status: draft\n¦")
    assert {"objective", "suppress"} <= set(found)
    assert not {"id", "status"} & set(found)
    assert labels(work, "obj¦")[0] == "objective"
    assert written(work, "obj¦", "objective") == "objective: "


def test_objectives_with_their_titles(tmp_path: Path) -> None:
    work = desk(tmp_path)
    _, found = typed(work, "objective: ¦")
    assert found is not None
    assert (found.items[0].label, found.items[0].detail) == ("water.states", "Tell the states of water apart")
    assert written(work, "objective: water.me¦", "water.measures") == "objective: water.measures"
    assert labels(work, "objective: layers¦") == ["air.layers"], "words of the title and the id are found"


def test_levels_statuses_and_other_words(tmp_path: Path) -> None:
    work = desk(tmp_path)
    assert labels(work, "cognitive: ¦") == ["recall", "apply", "analyse"]
    assert labels(work, "status: ¦") == list(STATUSES)
    assert labels(work, "scoring: per¦") == ["per-option"]
    assert labels(work, "title: ¦") == []


def test_stimuli_and_enemies_by_kind(tmp_path: Path) -> None:
    work = desk(tmp_path)
    assert labels(work, "stimulus: ¦") == ["bath-log"]
    found = labels(work, "enemies: [air-layers-001, ¦]")
    assert "water-states-002" in found
    assert not {"bath-log", "water-states-001"} & set(found), "neither a stimulus nor the item itself"
    assert labels(work, "variants: [air-layers-001, ¦]") == found
    assert labels(work, "enemies:\n  - air-la¦") == ["air-layers-001", "air-layers-002"]
    assert written(work, "enemies:\n  - air-la¦", "air-layers-002") == "  - air-layers-002"
    assert written(work, "enemies: [air-layers-001, air-¦]", "air-layers-002") == (
        "enemies: [air-layers-001, air-layers-002]"
    )


def test_rules_that_may_be_suppressed(tmp_path: Path) -> None:
    work = desk(tmp_path)
    found = labels(work, "suppress: [{code: ¦}]")
    assert {"OPT001", "ACC001"} <= set(found)
    assert not [code for code in found if code.startswith(("STR", "KEY", "SEC", "LIF", "SUP"))]
    assert labels(work, "suppress: [{¦}]") == ["code", "reason"]
    assert labels(work, "suppress:\n  - code: OPT¦")[0] == "OPT001"
    assert labels(work, 'suppress: [{code: OPT001, reason: "¦"}]') == []


def test_sources_that_the_bank_already_names(tmp_path: Path) -> None:
    work = desk(tmp_path)
    path = "items/air/air-layers-002.md"
    text = (work.bank.root / path).read_text("utf-8")
    work.write(path, text.replace("cognitive", 'references: [{source: "Handbook \\"Air\\", 2"}]\ncognitive'))
    assert labels(work, "references:\n  - source: ¦") == ['Handbook "Air", 2']
    assert written(work, "references:\n  - source: Han¦", 'Handbook "Air", 2') == (
        '  - source: "Handbook \\"Air\\", 2"'
    )
    assert labels(work, "references:\n  - ¦") == ["source", "at", "checked"]


def test_nothing_below_the_front_matter_or_in_other_files(tmp_path: Path) -> None:
    work = desk(tmp_path)
    assert typed(work, "status: draft", "status: ¦\n")[1] is None
    file = work.open("bank.yaml")
    assert completion(work.bank, file, types.Position(1, 0)) is None
    stimulus = work.open(STIMULUS, "no front matter")
    assert completion(work.bank, stimulus, types.Position(0, 3)) is None


def test_a_long_list_is_cut_and_says_so(tmp_path: Path) -> None:
    work = desk(tmp_path)
    [some] = [row for row in work.bank.items() if row.id == "air-layers-001"]
    assert work.bank.snapshot.rows is not None
    for number in range(MOST + 50):
        work.bank.snapshot.rows[f"{number}.md"] = msgspec.structs.replace(
            some, id=f"fog-{number:03d}", path=f"{number}.md"
        )
    _, found = typed(work, "enemies: [¦]")
    assert found is not None
    assert (len(found.items), found.is_incomplete) == (MOST, True)
    assert labels(work, "enemies: [fog-249¦]") == ["fog-249"]
