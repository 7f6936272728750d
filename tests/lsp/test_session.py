"""When the server works: one file a change, the bank in the pauses."""

import asyncio
import subprocess
import sys
import threading
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from tests.lsp import WITHOUT

pytest.importorskip("pygls", reason=WITHOUT)
from lsprotocol import types
from tests.figures_of_candidates import write_figures
from tests.lsp.desk import MEASURES, STATES, STIMULUS, write_bank

from exambank.finding import Finding
from exambank.lsp import bank_index, open_file, session
from exambank.lsp.bank_index import CacheFilling, Snapshot, judged, read_bank, uri_of
from exambank.lsp.server import make_server
from exambank.lsp.session import Session
from exambank.source.discover import STATISTICS_FILE


class Told:
    """A client that counts what it is told."""

    def __init__(self) -> None:
        self.codes: dict[str, list[object]] = {}
        self.logged: list[str] = []

    def text_document_publish_diagnostics(self, params: types.PublishDiagnosticsParams) -> None:
        self.codes[params.uri] = [one.code for one in params.diagnostics]

    def window_log_message(self, params: types.LogMessageParams) -> None:
        self.logged.append(params.message)


def with_session(root: Path, work: Callable[[Session, Told], Awaitable[None]]) -> Told:
    told = Told()

    async def all_of_it() -> None:
        made = Session(told)
        made.opened(uri_of(root, STATES), (root / STATES).read_text("utf-8"), 1)
        try:
            await settled(made)
            await work(made, told)
        finally:
            made.stop()

    asyncio.run(all_of_it())
    assert told.logged == []
    return told


async def settled(made: Session) -> None:
    """Waits until nothing is left to do."""
    await asyncio.sleep(session.PAUSE + 0.05)
    while made.tasks:
        await asyncio.sleep(0.01)


def slowly(*given: Any) -> dict[str, list[Finding]]:
    """What the bank's rules find, as slowly as in a very large bank."""
    time.sleep(0.3)
    return judged(*given)


class Calls:
    """How often a function is called, and with what."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, module: Any, name: str) -> None:
        real = getattr(module, name)
        self.seen: list[tuple[Any, ...]] = []

        def counted(*arguments: Any) -> Any:
            self.seen.append(arguments)
            return real(*arguments)

        monkeypatch.setattr(module, name, counted)


def test_a_burst_of_changes_costs_a_file_each_and_the_bank_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_bank(tmp_path)
    monkeypatch.setattr(session, "PAUSE", 0.2)
    text = (root / STATES).read_text("utf-8")

    async def work(made: Session, told: Told) -> None:
        files, banks = Calls(monkeypatch, open_file, "examine"), Calls(monkeypatch, session, "judged")
        for number in range(20):
            made.changed(uri_of(root, STATES), text.replace("water.states", f"water.{number}"), number)
            await asyncio.sleep(0)
        assert (len(files.seen), len(banks.seen)) == (20, 0)
        await settled(made)
        assert (len(files.seen), len(banks.seen)) == (20, 1)
        assert told.codes[uri_of(root, STATES)] == ["STR015"]

    with_session(root, work)


def test_a_change_while_the_bank_is_judged_has_it_judged_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_bank(tmp_path)
    monkeypatch.setattr(session, "PAUSE", 0.01)
    text = (root / STATES).read_text("utf-8")

    async def work(made: Session, told: Told) -> None:
        monkeypatch.setattr(session, "judged", slowly)
        banks = Calls(monkeypatch, session, "judged")
        for number in range(10):
            made.changed(uri_of(root, STATES), text.replace("water.states", f"water.{number}"), number)
            await asyncio.sleep(0.03)
        made.changed(uri_of(root, STATES), text, 11)
        await settled(made)
        assert 2 <= len(banks.seen) <= 4, "not one for each change"
        assert told.codes[uri_of(root, STATES)] == []

    with_session(root, work)


def test_many_messages_about_the_disk_are_one_look_at_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_bank(tmp_path)

    async def work(made: Session, _: Told) -> None:
        looks = Calls(monkeypatch, session, "refreshed")
        (root / STIMULUS).unlink()
        for _number in range(10):
            made.saved()
        await settled(made)
        assert len(looks.seen) == 1
        assert made.banks[root].with_id("bath-log") == []

    with_session(root, work)


def test_changed_statistics_are_told_at_the_item_and_at_their_file(tmp_path: Path) -> None:
    root = write_bank(tmp_path)
    settings = (root / "bank.yaml").read_text("utf-8").replace("LIF003", "LIF006")
    (root / "bank.yaml").write_text(settings, "utf-8")
    file = uri_of(root, STATISTICS_FILE)

    async def work(made: Session, told: Told) -> None:
        for write, codes in (
            (lambda: write_figures(root, STATES, facility=0.97), (["LIF006"], [])),
            (lambda: write_figures(root, STATES, n=9), ([], ["LIF006"])),
            (lambda: (root / STATISTICS_FILE).write_text("{", "utf-8"), ([], ["BNK010"])),
            ((root / STATISTICS_FILE).unlink, ([], [])),
        ):
            write()
            made.saved()
            await settled(made)
            assert (told.codes[uri_of(root, STATES)], told.codes.get(file, [])) == codes

    with_session(root, work)


def test_a_fault_of_ours_is_logged_and_the_next_change_is_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_bank(tmp_path)
    monkeypatch.setattr(session, "PAUSE", 0.01)

    async def work(made: Session, told: Told) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(session, "judged", lambda *_: 1 / 0)
            made.changed(uri_of(root, STATES), "---\nid: x\n---\n", 2)
            await settled(made)
        assert told.logged == ["exambank: ZeroDivisionError: division by zero"]
        told.logged.clear()
        made.changed(uri_of(root, STATES), (root / STATES).read_text("utf-8"), 3)
        await settled(made)
        assert told.codes[uri_of(root, STATES)] == []

    with_session(root, work)


def test_a_large_bank_is_first_read_by_a_process_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_bank(tmp_path)
    monkeypatch.setattr(bank_index, "POOL_FROM", 2)
    examined = Calls(monkeypatch, bank_index, "examined")
    rows = read_bank(root, CacheFilling()).rows
    assert rows is not None
    assert rows[MEASURES] is not None
    assert all(not state.changed for state, _ in examined.seen), "the cache has it all"


def test_a_server_that_ends_leaves_no_process_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bank_index, "FILL_CACHE", (sys.executable, "-c", "import time; time.sleep(60)"))
    filling = CacheFilling()

    async def work() -> None:
        running = asyncio.get_running_loop().run_in_executor(None, filling.run, tmp_path)
        while filling._process is None:
            await asyncio.sleep(0.01)
        filling.stop()
        async with asyncio.timeout(10):
            await running
        filling.run(tmp_path)  # returns at once

    asyncio.run(work())


def test_nothing_is_told_once_the_session_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The client's stream may be closed by then, though a bank is still being read."""
    root = write_bank(tmp_path)
    begun = threading.Event()

    def read_slowly(*given: Any) -> Snapshot:
        begun.set()
        time.sleep(0.2)
        return read_bank(*given)

    monkeypatch.setattr(session, "read_bank", read_slowly)
    told = Told()

    async def work() -> None:
        made = Session(told)
        made.opened(uri_of(root, STATES), "no item", 1)
        await asyncio.to_thread(begun.wait)
        told.codes.clear()
        made.stop()
        made.saved()
        await asyncio.sleep(0.5)
        assert not made.tasks

    asyncio.run(work())
    assert (told.codes, told.logged) == ({}, [])


def test_a_failure_to_tell_is_not_told_over_and_over() -> None:
    server = make_server()
    server.protocol.set_writer(Gone())
    server.session.stop()
    server.window_log_message(types.LogMessageParams(types.MessageType.Info, "x"))
    assert server.protocol.writer.tries == 1  # type: ignore[union-attr]  # it is ours


class Gone:
    """A client's stream that is closed."""

    tries = 0

    def write(self, data: bytes) -> None:
        self.tries += 1
        raise ValueError(f"write to closed file of {len(data)} bytes")

    def close(self) -> None:
        return


def test_an_editor_that_dies_takes_the_server_along() -> None:
    """Its end of the pipe is closed, with no word of farewell."""
    server = subprocess.Popen(
        [sys.executable, "-m", "exambank", "lsp"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    _, errors = server.communicate(timeout=30)
    assert (server.returncode, errors) == (0, b"")
