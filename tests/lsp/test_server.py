"""The server as editors meet it: a process that is spoken to over its streams."""

from concurrent.futures import Future
from pathlib import Path

import pytest
from tests.lsp import WITHOUT

pytest.importorskip("pygls", reason=WITHOUT)
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from tests.lsp.desk import MEASURES, ON_STIMULUS, STATES, STIMULUS, at, write_bank
from tests.lsp.editor import Editor, with_editor

from exambank.lsp.open_file import OpenFile
from exambank.lsp.positions import ClientText
from exambank.lsp.server import make_server


def place(text: str, words: str) -> types.Position:
    """The position of some words."""
    return at(OpenFile("", "", text), words, 1)


def test_a_whole_session(tmp_path: Path) -> None:
    """Open, type, look things up, rename, format, shut down."""
    root = write_bank(tmp_path)

    async def work(editor: Editor) -> None:
        text = editor.open(ON_STIMULUS)
        await editor.until(lambda: editor.uri(ON_STIMULUS) in editor.told)
        assert editor.codes(ON_STIMULUS) == []
        await diagnostics_come_and_go(editor, text)
        await looked_up(editor, text)
        await renamed(editor)
        await formatted(editor, text)

    _, exit_code = with_editor(root, work)
    assert exit_code == 0


async def diagnostics_come_and_go(editor: Editor, text: str) -> None:
    editor.change(ON_STIMULUS, text.replace("- [ ] 60 °C", "- [ ] 20 °C"))
    await editor.until(lambda: "OPT001" in editor.codes(ON_STIMULUS))
    await suppressed(editor)
    editor.change(ON_STIMULUS, text.replace("water.measures", "water.nothing"))
    await editor.until(lambda: "STR015" in editor.codes(ON_STIMULUS))
    assert "OPT001" not in editor.codes(ON_STIMULUS)
    editor.change(ON_STIMULUS, text)
    await editor.until(lambda: editor.codes(ON_STIMULUS) == [])


async def suppressed(editor: Editor) -> None:
    [found] = [one for one in editor.told[editor.uri(ON_STIMULUS)] if one.code == "OPT001"]
    offered = await editor.text_document_code_action_async(
        types.CodeActionParams(editor.document(ON_STIMULUS), found.range, types.CodeActionContext([found]))
    )
    titles = [one.title for one in offered or []]
    assert "Suppress OPT001 duplicate-option in this item (write the reason)" in titles


async def looked_up(editor: Editor, text: str) -> None:
    here = editor.document(ON_STIMULUS)
    hover = await editor.text_document_hover_async(types.HoverParams(here, place(text, "water.measures")))
    assert hover is not None
    assert "Measure water" in str(hover.contents)
    where = await editor.text_document_definition_async(types.DefinitionParams(here, place(text, "bath-log")))
    assert isinstance(where, list)
    assert [one.uri for one in where if isinstance(one, types.Location)] == [editor.uri(STIMULUS)]
    typing = text.replace("stimulus: bath-log", "stimulus: ba")
    editor.change(ON_STIMULUS, typing)
    end = types.Position(place(typing, "stimulus: ba").line, len("stimulus: ba"))
    proposed = await editor.text_document_completion_async(types.CompletionParams(here, end))
    assert isinstance(proposed, types.CompletionList)
    assert [one.label for one in proposed.items] == ["bath-log"]
    editor.change(ON_STIMULUS, text)


async def renamed(editor: Editor) -> None:
    text = editor.open(MEASURES)
    ready = types.PrepareRenameParams(editor.document(MEASURES), place(text, "water-measures-001"))
    found = await editor.text_document_prepare_rename_async(ready)
    assert isinstance(found, types.PrepareRenamePlaceholder)
    edit = await editor.text_document_rename_async(
        types.RenameParams(editor.document(MEASURES), ready.position, "water-volume-001")
    )
    assert edit is not None
    assert set(edit.changes or {}) == {editor.uri(MEASURES), editor.uri("keys.lock")}
    with pytest.raises(JsonRpcException, match="the id bath-log is taken"):
        await editor.text_document_rename_async(
            types.RenameParams(editor.document(MEASURES), ready.position, "bath-log")
        )
    states = editor.open(STATES)
    where = place(states, "water-states-001")
    await editor.text_document_rename_async(types.RenameParams(editor.document(STATES), where, "water-boiling-001"))
    await editor.until(lambda: any("exambank keys accept" in message for message in editor.shown))


async def formatted(editor: Editor, text: str) -> None:
    editor.change(ON_STIMULUS, text.replace("How warm is", "How   warm is"))
    edits = await editor.text_document_formatting_async(
        types.DocumentFormattingParams(editor.document(ON_STIMULUS), types.FormattingOptions(2, True))
    )
    assert "How warm is" in "".join(edit.new_text for edit in edits or [])


def test_positions_are_in_the_units_that_the_client_asks_for(tmp_path: Path) -> None:
    root = write_bank(tmp_path)
    text = (root / STATES).read_text("utf-8").replace("- [ ] 110 °C", "- [ ] 😀 TODO")

    def characters(*encodings: types.PositionEncodingKind) -> int:
        async def work(editor: Editor) -> int:
            editor.open(STATES, text)
            await editor.until(lambda: "STR017" in editor.codes(STATES))
            return next(one.range.start.character for one in editor.told[editor.uri(STATES)] if one.code == "STR017")

        general = types.GeneralClientCapabilities(position_encodings=list(encodings)) if encodings else None
        return with_editor(root, work, types.ClientCapabilities(general=general))[0]

    line = next(line for line in text.split("\n") if "TODO" in line)
    before = line[: line.index("TODO")]
    assert characters() == ClientText("").units(before) == 9
    assert characters(types.PositionEncodingKind.Utf8) == len(before.encode()) == 11
    assert characters(types.PositionEncodingKind.Utf32) == len(before) == 8


def test_what_changes_on_disk_is_seen_when_it_is_saved_or_watched(tmp_path: Path) -> None:
    root = write_bank(tmp_path)

    async def work(editor: Editor) -> None:
        text = editor.open(ON_STIMULUS)
        await editor.until(lambda: editor.uri(ON_STIMULUS) in editor.told)
        (root / STIMULUS).unlink()
        editor.workspace_did_change_watched_files(
            types.DidChangeWatchedFilesParams([types.FileEvent(editor.uri(STIMULUS), types.FileChangeType.Deleted)])
        )
        await editor.until(lambda: "STR015" in editor.codes(ON_STIMULUS))
        (root / ON_STIMULUS).write_text(text.replace("stimulus: bath-log\n", ""), "utf-8")
        editor.change(ON_STIMULUS, text.replace("stimulus: bath-log\n", ""))
        editor.text_document_did_save(types.DidSaveTextDocumentParams(editor.document(ON_STIMULUS)))
        await editor.until(lambda: editor.codes(ON_STIMULUS) == ["LIF003"])
        blueprint = (root / "blueprint.yaml").read_text("utf-8")
        (root / "blueprint.yaml").write_text(blueprint.replace("62.5", "60"), "utf-8")
        editor.text_document_did_save(types.DidSaveTextDocumentParams(editor.document(ON_STIMULUS)))
        await editor.until(lambda: "BNK005" in editor.codes("blueprint.yaml"))
        editor.text_document_did_close(types.DidCloseTextDocumentParams(editor.document(ON_STIMULUS)))
        await editor.until(lambda: editor.codes(ON_STIMULUS) == [])

    with_editor(root, work)


def test_files_of_no_bank_are_left_alone(tmp_path: Path) -> None:
    root = write_bank(tmp_path)
    (root / ".gitignore").write_text("/drafts\n", "utf-8")

    async def work(editor: Editor) -> None:
        for path in ("README.md", "drafts/a.md", ".hidden/a.md", "../outside.md"):
            editor.open(path, "no item\n")
            assert (
                await editor.text_document_hover_async(types.HoverParams(editor.document(path), types.Position(0, 0)))
                is None
            )
        editor.open(STATES)
        await editor.until(lambda: editor.uri(STATES) in editor.told)
        assert [uri for uri in editor.told if not uri.endswith(STATES)] == []

    with_editor(root, work)


def test_what_was_handled_is_forgotten() -> None:
    server = make_server()
    done: Future[None] = Future()
    done.set_result(None)
    pending: Future[None] = Future()
    server.protocol._request_futures.update({"done": done, "pending": pending})
    server.forget_finished()
    assert list(server.protocol._request_futures) == ["pending"]
    server.session.stop()
