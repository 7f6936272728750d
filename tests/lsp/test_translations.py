"""A translation in the editor: its findings follow its source as both are written, and each leads to the other."""

import asyncio
from pathlib import Path

import pytest
from tests.lsp import WITHOUT

pytest.importorskip("pygls", reason=WITHOUT)
from lsprotocol import types
from tests.lsp.desk import STATES, STIMULUS, Desk, at, desk
from tests.lsp.test_definition import named
from tests.small_bank import write_small_bank
from tests.small_translations import KETTLE, LOG, translation

from exambank.lsp.bank_index import CacheFilling, read_bank, refreshed, uri_of
from exambank.lsp.completion import completion
from exambank.lsp.definition import all_references, definition
from exambank.lsp.hover import hover
from exambank.lsp.open_file import OpenFile
from exambank.lsp.rename import RenameRefusedError, rename
from exambank.lsp.session import Session
from exambank.lsp.suppression import suppression


def translated_desk(folder: Path) -> Desk:
    """A desk with a translated item and a translated stimulus."""
    work = desk(folder)
    for path in (KETTLE, LOG):
        work.write(path, translation(path))
    return work


def proposed(work: Desk, file: OpenFile, position: types.Position) -> set[str]:
    """What may be written there."""
    found = completion(work.bank, file, position)
    assert found is not None
    return {one.label for one in found.items}


class Told:
    """What a client was told: the codes of each file, the last time."""

    def __init__(self) -> None:
        self.codes: dict[str, set[str]] = {}

    def text_document_publish_diagnostics(self, params: types.PublishDiagnosticsParams) -> None:
        self.codes[params.uri] = {str(one.code) for one in params.diagnostics}

    def window_log_message(self, params: types.LogMessageParams) -> None:
        raise AssertionError(params.message)


def test_a_translation_leads_to_its_source(tmp_path: Path) -> None:
    work = translated_desk(tmp_path)
    file = work.open(KETTLE)
    assert named(work, definition(work.bank, file, at(file, "water-states-001@"))) == [(STATES, "water-states-001")]
    log = work.open(LOG)
    assert named(work, definition(work.bank, log, at(log, "bath-log@"))) == [(STIMULUS, "bath-log")]


def test_a_source_leads_to_its_translations(tmp_path: Path) -> None:
    work = translated_desk(tmp_path)
    file = work.open(STATES)
    found = named(work, all_references(work.bank, file, at(file, "water-states-001"), with_definition=True))
    assert found == [(STATES, "water-states-001"), (KETTLE, "water-states-001@1")]
    again = work.open(KETTLE)
    assert named(work, all_references(work.bank, again, at(again, "water-states-001@"), with_definition=True)) == found


def test_what_is_not_there_leads_nowhere(tmp_path: Path) -> None:
    work = translated_desk(tmp_path)
    file = work.change(KETTLE, "water-states-001@1", "water-states-099@1")
    assert definition(work.bank, file, at(file, "water-states-099")) == []


def test_the_source_is_shown_over_its_id(tmp_path: Path) -> None:
    work = translated_desk(tmp_path)
    file = work.open(KETTLE)
    shown = hover(work.bank, file, at(file, "water-states-001@"))
    assert shown is not None
    assert "A kettle boils" in str(shown.contents)


def test_sources_are_proposed_with_their_versions(tmp_path: Path) -> None:
    work = translated_desk(tmp_path)
    file = work.change(KETTLE, "translates: water-states-001@1", "translates: ")
    labels = proposed(work, file, types.Position(1, 12))
    assert {"water-states-001@1", "bath-log@1"} <= labels
    assert not any(".de" in label for label in labels)


def test_only_fields_of_translations_are_proposed(tmp_path: Path) -> None:
    work = translated_desk(tmp_path)
    file = work.change(KETTLE, "status: approved\n", "status: approved\n\n")
    labels = proposed(work, file, types.Position(3, 0))
    assert "author" in labels
    assert "objective" not in labels


def test_a_finding_of_a_translation_can_be_silenced(tmp_path: Path) -> None:
    work = translated_desk(tmp_path)
    assert suppression(work.open(KETTLE), "TXT001") is not None


def test_an_item_with_translations_is_not_renamed_without_them(tmp_path: Path) -> None:
    work = translated_desk(tmp_path)
    file = work.open(STATES)
    with pytest.raises(RenameRefusedError, match="has translations"):
        rename(work.bank, file, at(file, "water-states-001"), "water-states-009", types.ClientCapabilities())


def test_a_changed_source_on_disk_has_its_translation_examined(tmp_path: Path) -> None:
    work = translated_desk(tmp_path)
    before = work.bank.snapshot
    source = work.bank.root / STATES
    source.write_text(source.read_text("utf-8").replace("- [x]", "- [ ]"), "utf-8")
    after = refreshed(before, CacheFilling())
    assert before.rows is not None
    assert after.rows is not None
    assert (before.rows[KETTLE] or after.rows[KETTLE]) != after.rows[KETTLE]
    assert after.rows[KETTLE] == (read_bank(work.bank.root, CacheFilling()).rows or {})[KETTLE]


def test_an_open_translation_follows_its_source_as_it_is_written(tmp_path: Path) -> None:
    root = write_small_bank(tmp_path)
    (root / KETTLE).write_text(translation(KETTLE), "utf-8")

    async def write() -> list[set[str]]:
        told = Told()
        session = Session(told)
        source, target = uri_of(root, STATES), uri_of(root, KETTLE)
        text = (root / STATES).read_text("utf-8")
        session.opened(target, translation(KETTLE), 1)
        session.opened(source, text, 1)
        seen = [told.codes[target]]
        session.changed(source, text.replace("status: approved", "status: approved\nversion: 2"), 2)
        seen.append(told.codes[target])
        session.changed(source, text, 3)
        seen.append(told.codes[target])
        session.stop()
        return seen

    before, changed, after = asyncio.run(write())
    assert "DUP005" in changed
    assert "DUP005" not in before | after


def test_a_file_beside_is_as_the_editor_holds_it(tmp_path: Path) -> None:
    work = translated_desk(tmp_path)
    work.change(STATES, "A kettle", "A pan")
    held = work.bank.setting.beside(STATES)
    assert held is not None
    assert "A pan" in held.text
    other = work.bank.setting.beside(STIMULUS)
    assert isinstance(work.bank.file(STIMULUS), OpenFile)
    assert other is not None
    assert work.bank.setting.beside("items/none.md") is None
