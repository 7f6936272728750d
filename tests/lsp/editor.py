"""An editor that talks to `exambank lsp` in a process of its own, by pygls's client."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from lsprotocol import types
from pygls.lsp.client import LanguageClient

Found = TypeVar("Found")
PATIENCE = 30.0  # seconds; a machine that is busy is slow, and a server that hangs is found all the same


class Editor(LanguageClient):
    """Opens files of a bank, and keeps what the server says."""

    def __init__(self, root: Path) -> None:
        super().__init__("test-editor", "1")
        self.root = root
        self.told: dict[str, list[types.Diagnostic]] = {}
        self.told_versions: dict[str, int | None] = {}
        self.shown: list[str] = []
        self.news = asyncio.Event()
        self.versions: dict[str, int] = {}
        self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(partial(self._hear_findings))
        self.feature(types.WINDOW_SHOW_MESSAGE)(partial(self._hear_message))
        self.feature(types.WINDOW_LOG_MESSAGE)(partial(self._hear_message))

    def _hear_findings(self, params: types.PublishDiagnosticsParams) -> None:
        self.told[params.uri] = list(params.diagnostics)
        self.told_versions[params.uri] = params.version
        self.news.set()

    def _hear_message(self, params: types.ShowMessageParams | types.LogMessageParams) -> None:
        self.shown.append(params.message)
        self.news.set()

    def uri(self, path: str) -> str:
        """The address of a file of the bank."""
        return (self.root / path).as_uri()

    def open(self, path: str, text: str | None = None) -> str:
        """Opens a file; returns its text."""
        text = (self.root / path).read_text("utf-8") if text is None else text
        item = types.TextDocumentItem(self.uri(path), types.LanguageKind.Markdown, 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return text

    def change(self, path: str, text: str) -> None:
        """Gives an open file another text."""
        self.versions[path] = self.versions.get(path, 1) + 1
        self.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.versions[path], self.uri(path)),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    def codes(self, path: str) -> list[object]:
        """Codes of what the server last said of a file."""
        return [one.code for one in self.told.get(self.uri(path), [])]

    def document(self, path: str) -> types.TextDocumentIdentifier:
        """The file, as requests name it."""
        return types.TextDocumentIdentifier(self.uri(path))

    async def until(self, holds: Callable[[], bool]) -> None:
        """Waits until the server has said what makes this hold."""
        async with asyncio.timeout(PATIENCE):
            while not holds():
                self.news.clear()
                await self.news.wait()


def with_editor(
    root: Path, work: Callable[[Editor], Awaitable[Found]], capabilities: types.ClientCapabilities | None = None
) -> tuple[Found, int | None]:
    """What some work in an editor gives, and the server's exit code."""

    async def all_of_it() -> tuple[Found, int | None]:
        editor = Editor(root)
        await editor.start_io(sys.executable, "-m", "exambank", "lsp", "--stdio")
        async with asyncio.timeout(2 * PATIENCE):
            await editor.initialize_async(
                types.InitializeParams(capabilities or types.ClientCapabilities(), root_uri=root.as_uri())
            )
            editor.initialized(types.InitializedParams())
            found = await work(editor)
            await editor.shutdown_async(None)
            editor.exit(None)
            await editor.stop()  # type: ignore[no-untyped-call]  # pygls gives it none
        return found, editor._server.returncode if editor._server else None

    return asyncio.run(all_of_it())
