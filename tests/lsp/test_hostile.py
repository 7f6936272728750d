"""Nothing that an editor sends ends the server, whatever the text and wherever the cursor."""

import contextlib
import random
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.lsp import WITHOUT

pytest.importorskip("pygls", reason=WITHOUT)
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from tests.lsp.desk import MEASURES, STATES, Desk, desk, write_bank
from tests.lsp.editor import Editor, with_editor

from exambank.lsp.actions import actions
from exambank.lsp.bank_index import judged
from exambank.lsp.completion import completion
from exambank.lsp.definition import all_references, definition
from exambank.lsp.diagnostics import diagnostics
from exambank.lsp.formatting import formatting
from exambank.lsp.hover import hover
from exambank.lsp.open_file import OpenFile
from exambank.lsp.rename import RenameRefusedError, prepare_rename, rename

PIECES = (
    "---\n", "id: water-states-001\n", "id: 7\n", "objective: ", "water.states", "enemies: [a, ", "enemies:\n  - b\n",
    "stimulus: bath-log\n", "suppress: [{code: OPT001}]\n", "suppress:\n  - code: ", "references: [{source: \"",
    "kind: ", "? - :\n", "- [x] a\n", "- [ ] b\n", "\n\n", "## Hint\n", "\r\n", "\r", "\u2028", "\x0b", "\0", "\ufeff",
    "😀", "e\u0301", "\ud800", "{", "]", "!!x ", "&a ", "*a", "'", "|\n", "\t", "check: {ignore: [TXT001]}\n", "$x$",
    "<b>", "![](a.png)", "> c\n", "  ", "status: draft\n",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
NUMBERS = st.one_of(st.integers(0, 30), st.sampled_from([2**31 - 1]))
POSITIONS = st.builds(types.Position, NUMBERS, NUMBERS)
PATHS = st.sampled_from([STATES, MEASURES, "stimuli/bath-log.md", "bank.yaml", "blueprint.yaml", "keys.lock"])
ENCODINGS = st.sampled_from(["utf-8", "utf-16", "utf-32"])


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EXAMBANK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield desk(tmp_path_factory.mktemp("bank"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PATHS, TEXTS, POSITIONS, ENCODINGS)
def test_any_text_and_any_position(shared: Desk, path: str, text: str, where: types.Position, encoding: str) -> None:
    shared.bank.open.clear()
    file = shared.open(path, text, encoding)
    found = [
        *(file.examined.findings if file.examined else ()),
        *judged(shared.bank.snapshot, shared.bank.open_rows)[path],
    ]
    for one in diagnostics(found, file.client):
        assert is_in(file, one.range)
    every_answer(shared, file, where)
    for action in actions(file, found, types.Range(where, where), False):
        assert action.edit is not None
    for edit in formatting(file):
        assert is_in(file, edit.range)


def every_answer(work: Desk, file: OpenFile, where: types.Position) -> None:
    hover(work.bank, file, where)
    proposed = completion(work.bank, file, where)
    for item in proposed.items if proposed else ():
        assert isinstance(item.text_edit, types.TextEdit)
        assert is_in(file, item.text_edit.range)
    for location in [*definition(work.bank, file, where), *all_references(work.bank, file, where, True)]:
        assert location.uri.startswith("file:")
    ready = prepare_rename(file, where)
    assert ready is None or is_in(file, ready.range)
    with contextlib.suppress(RenameRefusedError):
        rename(work.bank, file, where, "new-id-001", types.ClientCapabilities())


def is_in(file: OpenFile, where: types.Range) -> bool:
    """Whether a range lies in the text and is the right way round."""
    lines = file.client.lines
    ends = [(one.line, one.character) for one in (where.start, where.end)]
    return ends == sorted(ends) and all(
        line < len(lines) and 0 <= character <= file.client.units(lines[line]) for line, character in ends
    )


def test_the_process_answers_every_request_about_random_texts(tmp_path: Path) -> None:
    root = write_bank(tmp_path)
    rng = random.Random(20261124)

    async def work(editor: Editor) -> int:
        answered = 0
        for path in (STATES, "blueprint.yaml"):
            editor.open(path)
        for _ in range(60):
            path = rng.choice([STATES, "blueprint.yaml"])
            text = "".join(rng.choices([piece for piece in PIECES if piece != "\ud800"], k=rng.randrange(25)))
            editor.change(path, text)
            for send in requests(editor, editor.document(path), types.Position(rng.randrange(30), rng.randrange(30))):
                with contextlib.suppress(Refused):
                    await answer(send)
                answered += 1
        assert not [message for message in editor.shown if "Error" in message]
        return answered

    assert with_editor(root, work) == (480, 0)


class Refused(Exception):  # noqa: N818 - it never leaves this module
    """The server said no, in words of its own."""


async def answer(send: Callable[[], Awaitable[object]]) -> None:
    """Sends a request.

    Raises:
        Refused: it was refused as it should be; an error of any other code goes on.
    """
    try:
        await send()
    except JsonRpcException as error:
        if error.code == types.LSPErrorCodes.RequestFailed:
            raise Refused from error
        raise


def requests(
    editor: Editor, file: types.TextDocumentIdentifier, where: types.Position
) -> list[Callable[[], Awaitable[object]]]:
    """Every request that the server answers."""
    everywhere = types.Range(types.Position(0, 0), where)
    return [
        lambda: editor.text_document_hover_async(types.HoverParams(file, where)),
        lambda: editor.text_document_completion_async(types.CompletionParams(file, where)),
        lambda: editor.text_document_definition_async(types.DefinitionParams(file, where)),
        lambda: editor.text_document_references_async(types.ReferenceParams(types.ReferenceContext(True), file, where)),
        lambda: editor.text_document_prepare_rename_async(types.PrepareRenameParams(file, where)),
        lambda: editor.text_document_rename_async(types.RenameParams(file, where, "new-id-001")),
        lambda: editor.text_document_code_action_async(
            types.CodeActionParams(file, everywhere, types.CodeActionContext([]))
        ),
        lambda: editor.text_document_formatting_async(
            types.DocumentFormattingParams(file, types.FormattingOptions(2, True))
        ),
    ]


def test_messages_about_files_that_are_not_open_and_nonsense_are_survived(tmp_path: Path) -> None:
    root = write_bank(tmp_path)

    async def work(editor: Editor) -> None:
        for uri in ("untitled:1", "file:///", "http://x/y.md", "", "file:///%00", "file://host/share/a.md", "%%%"):
            document = types.TextDocumentItem(uri, "markdown", 1, "text")
            editor.text_document_did_open(types.DidOpenTextDocumentParams(document))
            here = types.TextDocumentIdentifier(uri)
            assert await editor.text_document_hover_async(types.HoverParams(here, types.Position(0, 0))) is None
            editor.text_document_did_close(types.DidCloseTextDocumentParams(here))
        editor.text_document_did_save(types.DidSaveTextDocumentParams(editor.document("items/none.md")))
        editor.text_document_did_close(types.DidCloseTextDocumentParams(editor.document("items/none.md")))
        editor.change("items/none.md", "text")
        editor.open(STATES)
        await editor.until(lambda: editor.uri(STATES) in editor.told)

    assert with_editor(root, work)[1] == 0
