"""The server: which message is answered by what."""

import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from exambank.lsp.actions import FIX_ALL, actions, fix_all, is_asked_for
from exambank.lsp.bank_index import BankIndex
from exambank.lsp.completion import completion
from exambank.lsp.definition import all_references, definition
from exambank.lsp.formatting import formatting
from exambank.lsp.hover import hover
from exambank.lsp.open_file import OpenFile
from exambank.lsp.rename import RenameRefusedError, prepare_rename, rename
from exambank.lsp.session import Session
from exambank.version import VERSION

if TYPE_CHECKING:
    from pygls.server import ServerErrors

Answer = TypeVar("Answer")

TRIGGERS = [" ", ":", "[", ",", "-", ".", '"']
WATCHED = "**/*.{md,yaml,lock,json,toml}"


class BankServer(LanguageServer):
    """A language server with its session.

    Texts come whole with each change: pygls 2.1 applies ranges by `str.splitlines`, which ends lines at U+2028 and
    others as no client does, so that its text would drift from the author's. An item is small.
    """

    def __init__(self) -> None:
        super().__init__("exambank", VERSION, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.session = Session(self)

    def report_server_error(self, error: Exception, source: "ServerErrors") -> None:
        """Shows an error to the author while there is somebody to show it to.

        Where the client is gone, telling it fails, and pygls would tell it of that failure, and so on.
        """
        if not self.session.is_stopped:
            super().report_server_error(error, source)

    def forget_finished(self) -> None:
        """Lets go of notifications that were handled: pygls 2.1 keeps the future of each, 1 kB a letter."""
        kept = getattr(self.protocol, "_request_futures", {})
        for name in [name for name, future in kept.items() if future.done()]:
            del kept[name]

    def about(self, uri: str, answer: Callable[[BankIndex, OpenFile], Answer]) -> Answer | None:
        """The answer about an open file of a bank; None about any other file."""
        found = self.session.file(uri)
        return answer(*found) if found is not None else None


def make_server() -> BankServer:
    """A server with all that it can do."""
    server = BankServer()
    _add_life(server)
    _add_documents(server)
    _add_reading(server)
    _add_writing(server)
    return server


def serve() -> None:
    """Serves one client over standard input and output, until it says so."""
    out, sys.stdout = sys.stdout, sys.stderr  # a stray print must not end up between two messages
    logging.getLogger("pygls.protocol.json_rpc").addFilter(_is_no_refusal)
    server = make_server()
    try:
        server.start_io(sys.stdin.buffer, out.buffer)
    finally:
        server.session.stop()


def _is_no_refusal(record: logging.LogRecord) -> bool:
    """Whether a log record is of anything but an answer that says no."""
    return record.exc_info is None or not isinstance(record.exc_info[1], JsonRpcException)


def _add_life(server: BankServer) -> None:
    @server.feature(types.INITIALIZED)
    def initialized(ls: BankServer, _: types.InitializedParams) -> None:
        ls.session.encoding = ls.workspace.position_encoding or types.PositionEncodingKind.Utf16
        workspace = ls.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching is not None and watching.dynamic_registration:
            options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(WATCHED)])
            wanted = types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            ls.client_register_capability(types.RegistrationParams([wanted]))

    @server.feature(types.SHUTDOWN)
    def shutdown(ls: BankServer, _: None) -> None:
        ls.session.stop()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def changed_on_disk(ls: BankServer, _: types.DidChangeWatchedFilesParams) -> None:
        ls.session.saved()


def _add_documents(server: BankServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(ls: BankServer, params: types.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        ls.session.opened(document.uri, document.text, document.version)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(ls: BankServer, params: types.DidChangeTextDocumentParams) -> None:
        document = params.text_document
        ls.forget_finished()
        ls.session.changed(document.uri, ls.workspace.get_text_document(document.uri).source, document.version)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(ls: BankServer, params: types.DidSaveTextDocumentParams) -> None:
        ls.session.saved(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: BankServer, params: types.DidCloseTextDocumentParams) -> None:
        ls.session.closed(params.text_document.uri)


def _add_reading(server: BankServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def on_hover(ls: BankServer, params: types.HoverParams) -> types.Hover | None:
        return ls.about(params.text_document.uri, lambda bank, file: hover(bank, file, params.position))

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=TRIGGERS))
    def on_completion(ls: BankServer, params: types.CompletionParams) -> types.CompletionList | None:
        return ls.about(params.text_document.uri, lambda bank, file: completion(bank, file, params.position))

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def on_definition(ls: BankServer, params: types.DefinitionParams) -> list[types.Location] | None:
        return ls.about(params.text_document.uri, lambda bank, file: definition(bank, file, params.position))

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def on_references(ls: BankServer, params: types.ReferenceParams) -> list[types.Location] | None:
        with_own = params.context.include_declaration
        uri, position = params.text_document.uri, params.position
        return ls.about(uri, lambda bank, file: all_references(bank, file, position, with_own))


def _add_writing(server: BankServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def on_formatting(ls: BankServer, params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
        return ls.about(params.text_document.uri, lambda _, file: formatting(file))

    kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, FIX_ALL])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    def on_code_action(ls: BankServer, params: types.CodeActionParams) -> list[types.CodeAction] | None:
        workspace = ls.client_capabilities.workspace
        edits = workspace.workspace_edit if workspace else None
        snippets = bool(edits and edits.document_changes and edits.snippet_edit_support)
        only = params.context.only

        def answer(bank: BankIndex, file: OpenFile) -> list[types.CodeAction]:
            quick = is_asked_for(types.CodeActionKind.QuickFix, only)
            found = actions(file, bank.new_findings(file), params.range, snippets) if quick else []
            # offered where it is asked for by name: beside each single fix it would only be in the way
            return found + (fix_all(file, bank.snapshot.setting) if only and is_asked_for(FIX_ALL, only) else [])

        return ls.about(params.text_document.uri, answer)

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def on_prepare(ls: BankServer, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        return ls.about(params.text_document.uri, lambda _, file: prepare_rename(file, params.position))

    @server.feature(types.TEXT_DOCUMENT_RENAME)
    def on_rename(ls: BankServer, params: types.RenameParams) -> types.WorkspaceEdit | None:
        found = ls.session.file(params.text_document.uri)
        if found is None:
            return None
        try:
            done = rename(*found, params.position, params.new_name, ls.client_capabilities)
        except RenameRefusedError as refused:
            raise JsonRpcException(str(refused), types.LSPErrorCodes.RequestFailed) from refused
        if done.note is not None:
            ls.window_show_message(types.ShowMessageParams(types.MessageType.Warning, done.note))
        return done.edit
