"""Examines many files, by one process or several; the outcome does not depend on how many."""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from exambank.check.bank_files import BankFiles, read_bank_files
from exambank.check.cache import mark_of
from exambank.check.examine import Examined, examine
from exambank.check.setting import Setting, load_rules, setting_with
from exambank.check.state import Row
from exambank.check.wanted import modules_over_files, wants_answers
from exambank.source.read import SourceFile, read

OFTEN, SELDOM, OLDER = 100_000, 2_000_000, (50, 50)  # objects, and rounds, from one collection to the next
CHUNK = 100  # files a task: a few hundredths of a second, so that the last ones keep no core waiting

_state: dict[str, Any] = {}


def setting_of(files: BankFiles) -> Setting:
    """What the bank's files make of the examination."""
    house = None
    if files.house_schema is not None:
        from exambank.check.house import house_check

        house = house_check(files.house_schema)
    selection = files.selection
    return setting_with(
        load_rules(modules_over_files(selection)),
        selection,
        defaults=files.defaults,
        house=house,
        language=files.language,
        gathers_answers=wants_answers(selection),
        words=files.words,
        targets=files.bank.targets if files.bank else (),
        shares=files.bank.shares if files.bank else (),
        beside=partial(_beside, files.root),
    )


def _beside(root: Path, path: str) -> SourceFile | None:
    """A file of the bank; None where there is none."""
    file = read(root, path)
    return file if file.digest else None


def examine_paths(
    root: Path, paths: Sequence[str], workers: int, asked: Mapping[str, Any] | None = None
) -> Iterator[tuple[str, Row]]:
    """Each path with its row; `asked` are settings of the checks for this run alone."""
    if not paths:
        return
    if workers == 1:
        prepare(str(root), asked)
        for start in range(0, len(paths), CHUNK):
            yield from examine_chunk(paths[start : start + CHUNK])
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_start_method

    chunks = [paths[start : start + CHUNK] for start in range(0, len(paths), CHUNK)]
    ready_worker = partial(prepare, str(root), asked)
    is_forking = get_start_method() == "fork"  # then what is ready here is ready in every worker
    if is_forking:
        ready_worker()
    gc.set_threshold(SELDOM, *OLDER)  # in the workers too, which are forked from here
    try:
        with ProcessPoolExecutor(workers, initializer=None if is_forking else ready_worker) as pool:
            for rows in pool.map(examine_chunk, chunks):
                yield from rows
    finally:
        ready()  # what came from the workers is frozen too, or the first collection would walk all of it


def ready() -> None:
    """Readies this process for many items: trees hold no cycles, so the collector would only walk them in vain."""
    gc.freeze()
    gc.set_threshold(OFTEN, *OLDER)


def prepare(root: str, asked: Mapping[str, Any] | None = None) -> None:
    """Readies this process for one bank."""
    ready()
    _state["root"] = Path(root)
    _state["setting"] = setting_of(read_bank_files(Path(root), asked))


def examine_chunk(paths: Iterable[str]) -> list[tuple[str, Row]]:
    """Rows of some paths of the bank that this process is ready for."""
    return [(path, row_of(examine(read(_state["root"], path), _state["setting"]))) for path in paths]


def row_of(found: Examined) -> Row:
    """What is kept of an examination."""
    packed = msgspec.json.encode(found.facts)
    return found.document.digest, found.findings, packed, mark_of(packed)
