"""The open files and their banks: what is examined when, and what the client is told."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

from lsprotocol import types
from pygls.uris import to_fs_path

from exambank.lsp.bank_index import BankIndex, CacheFilling, first_snapshot, judged, read_bank, refreshed
from exambank.lsp.diagnostics import diagnostics
from exambank.lsp.open_file import OpenFile, examined_file
from exambank.source.discover import find_bank, is_item_source, source_of, translations_of

PAUSE = 0.5  # seconds without an edit before the bank's rules run: about a breath between two words
SETTLE = 0.1  # seconds after a change on disk before it is looked at: "save all" is many messages


class Client(Protocol):
    """What the session says to the client."""

    def text_document_publish_diagnostics(self, params: types.PublishDiagnosticsParams) -> None:
        """Findings of one file, in place of those told before."""

    def window_log_message(self, params: types.LogMessageParams) -> None:
        """A line for the client's log."""


class Session:
    """All that lasts from one message to the next; every method is called in the server's own thread.

    A file is examined as soon as it changes, alone. Whatever looks at the whole bank runs in `worker`, and its outcome
    is taken over between two messages.
    """

    def __init__(self, client: Client) -> None:
        self.client = client
        self.encoding: str = types.PositionEncodingKind.Utf16
        self.banks: dict[Path, BankIndex] = {}
        self.homes: dict[str, tuple[BankIndex, str]] = {}
        self.told: dict[Path, set[str]] = {}
        self.timers: dict[Path, asyncio.TimerHandle] = {}
        self.refreshing: set[Path] = set()  # banks that are about to be looked at anew
        self.judging: set[Path] = set()
        self.outdated: set[Path] = set()  # banks of which something changed while they were judged
        self.tasks: set[asyncio.Task[None]] = set()
        self.filling = CacheFilling()
        self.worker = ThreadPoolExecutor(1, "exambank-bank")
        self.is_stopped = False

    def opened(self, uri: str, text: str, version: int | None) -> None:
        """A file is shown; the first of a bank has the bank read."""
        home = self._home(uri)
        if home is not None:
            self.homes[uri] = home
            self.changed(uri, text, version)

    def changed(self, uri: str, text: str, version: int | None) -> None:
        """A file has a new text."""
        if uri not in self.homes:
            return
        bank, path = self.homes[uri]
        file = OpenFile(uri, path, text, self.encoding, version=version)
        bank.open[path] = examined_file(file, bank.setting)
        self._tell(bank, path)
        for other in translations_of({path}, list(bank.open)):
            bank.open[other] = examined_file(bank.open[other], bank.setting)
            self._tell(bank, other)
        self._judge_after(bank, PAUSE)

    def saved(self, uri: str | None = None) -> None:
        """Something changed on disk: in the bank of this file, or in any."""
        banks = [self.homes[uri][0]] if uri in self.homes else list(self.banks.values())
        for bank in banks:
            self._refresh_soon(bank)

    def closed(self, uri: str) -> None:
        """A file is no longer shown; what counts again is what is on disk."""
        if uri not in self.homes:
            return
        bank, path = self.homes.pop(uri)
        bank.open.pop(path, None)
        self.client.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
        self._refresh_soon(bank)

    def file(self, uri: str) -> tuple[BankIndex, OpenFile] | None:
        """An open file with its bank."""
        home = self.homes.get(uri)
        return (home[0], home[0].open[home[1]]) if home is not None and home[1] in home[0].open else None

    def stop(self) -> None:
        """Lets go of everything that runs; nothing is told from now on, since the client may be gone."""
        if self.is_stopped:
            return
        self.is_stopped = True
        for task in self.tasks:
            task.cancel()
        for timer in self.timers.values():
            timer.cancel()
        self.filling.stop()
        self.worker.shutdown(wait=False, cancel_futures=True)

    def _home(self, uri: str) -> tuple[BankIndex, str] | None:
        """The bank that a file belongs to, and its path there."""
        name = to_fs_path(uri)
        if not name or "\0" in name:
            return None
        where = Path(name).resolve()
        root = find_bank(where.parent)
        if root is None or not where.is_relative_to(root):
            return None
        bank = self.banks.get(root) or self._begin(root)
        path = where.relative_to(root).as_posix()
        return (bank, path) if bank.is_part(path) else None

    def _begin(self, root: Path) -> BankIndex:
        bank = self.banks[root] = BankIndex(first_snapshot(root))
        self._start(self._read(bank))
        return bank

    def _start(self, work: Coroutine[None, None, None]) -> None:
        if self.is_stopped:
            work.close()
            return
        task = asyncio.get_running_loop().create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self._finished)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self.tasks.discard(task)
        error = None if task.cancelled() or self.is_stopped else task.exception()
        if error is not None:
            text = f"exambank: {type(error).__name__}: {error}"
            self.client.window_log_message(types.LogMessageParams(types.MessageType.Error, text))

    async def _read(self, bank: BankIndex) -> None:
        loop = asyncio.get_running_loop()
        bank.snapshot = await loop.run_in_executor(self.worker, read_bank, bank.root, self.filling)
        await self._judge(bank)

    def _refresh_soon(self, bank: BankIndex) -> None:
        if bank.root not in self.refreshing:
            self.refreshing.add(bank.root)
            self._start(self._refresh(bank))

    async def _refresh(self, bank: BankIndex) -> None:
        await asyncio.sleep(SETTLE)
        self.refreshing.discard(bank.root)
        old = bank.snapshot
        bank.snapshot = await asyncio.get_running_loop().run_in_executor(self.worker, refreshed, old, self.filling)
        is_other = bank.snapshot.setting is not old.setting
        for path, file in list(bank.open.items()):
            if is_other or source_of(path) is not None:
                bank.open[path] = examined_file(file, bank.setting)
        await self._judge(bank)

    def _judge_after(self, bank: BankIndex, seconds: float) -> None:
        timer = self.timers.pop(bank.root, None)
        if timer is not None:
            timer.cancel()
        loop = asyncio.get_running_loop()
        self.timers[bank.root] = loop.call_later(seconds, lambda: self._start(self._judge(bank)))

    async def _judge(self, bank: BankIndex) -> None:
        """Runs the bank's rules once the bank is read; what comes while they run has them run once more."""
        self.outdated.add(bank.root)
        if bank.snapshot.rows is None or bank.root in self.judging:
            return
        self.judging.add(bank.root)
        try:
            while bank.root in self.outdated:
                self.outdated.discard(bank.root)
                loop = asyncio.get_running_loop()
                bank.findings = await loop.run_in_executor(self.worker, judged, bank.snapshot, bank.open_rows)
                self._tell_all(bank)
        finally:
            self.judging.discard(bank.root)

    def _tell_all(self, bank: BankIndex) -> None:
        own = {path for path in bank.findings if not is_item_source(path)}
        for path in {*bank.open, *own, *self.told.get(bank.root, set())}:
            self._tell(bank, path)
        self.told[bank.root] = own

    def _tell(self, bank: BankIndex, path: str) -> None:
        """Publishes what is known of a file: of those that are open, and of the bank's own."""
        if is_item_source(path) and path not in bank.open:
            return
        file = bank.file(path)
        self.client.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(file.uri, diagnostics(bank.new_findings(file), file.client), file.version)
        )
