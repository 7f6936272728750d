"""The build itself: from an order to packages in place, or to findings that stopped it."""

import hashlib
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from exambank.building import chunk, packages
from exambank.building.chunk import ChunkResult, Job
from exambank.building.language import not_translated
from exambank.building.manifest import manifest_text
from exambank.building.order import Built, Order, Package
from exambank.building.packages import Assembly, ReadBack
from exambank.check.bank_files import read_bank_files
from exambank.check.run import available_cores
from exambank.check.state import BankState, FactRows, Row
from exambank.export.loss import counted, loss_findings
from exambank.export.place import MANIFEST, aside, put_in_place
from exambank.finding import Finding, Place, Severity
from exambank.formats.contract import format_named
from exambank.model.bank import Bank

CHUNK = 250  # items a task; docs/performance.md
POOL_FROM = 200  # items; below it one process is faster
NOTHING = ("EXP004", "nothing-to-build")


def run(order: Order) -> Built:
    """Checks what is new, writes every target, reads each package back, and puts all in place."""
    state = BankState(order.root, order.use_cache)
    is_new_folder = not order.out.exists()
    folder = aside(order.out)
    changed = frozenset(state.changed)
    job = Job(order.root, folder / "spool", order.targets, order.audience, order.statuses, changed, order.lang)
    job.spool.mkdir()
    built = Built()
    try:
        _build(order, state, job, built)
    finally:
        if folder.exists():
            shutil.rmtree(folder)
        if is_new_folder and not any(order.out.iterdir()):
            order.out.rmdir()
    return built


def _build(order: Order, state: BankState, job: Job, built: Built) -> None:
    paths = [stamp.path for stamp in state.sources]
    chunks = [paths[start : start + CHUNK] for start in range(0, len(paths), CHUNK)]
    with _mapper(job, len(paths), order.workers) as parallel:
        first: list[ChunkResult] = parallel(chunk.write_chunk, range(len(chunks)), chunks)
        facts = _checked(state, first)
        built.check = state.result()
        if any(finding.severity is Severity.ERROR for finding in built.check.findings):
            return
        built.translations = _translations(facts)
        deferred = _placed(first, facts)
        del facts  # which take more memory than all that comes after
        second: list[ChunkResult] = parallel(chunk.write_deferred, range(len(chunks)), deferred)
        _take(built, [*first, *second])
        built.findings = tuple(_stopping(order, built))
        if not built.findings:
            assemblies = [_assembly(job, order, target, [*first, *second], len(chunks)) for target in order.targets]
            parallel(packages.assemble, assemblies)
            built.findings = tuple(_differing(parallel, assemblies))
            built.packages = tuple(_package(one) for one in assemblies) if not built.findings else ()
    if built.packages:
        shutil.rmtree(job.spool)
        manifest = manifest_text(bank_of(order.root), order, built)
        (job.spool.parent / MANIFEST).write_bytes(manifest.encode())
        put_in_place(order.out)


def _differing(parallel: Callable[..., list[Any]], assemblies: Sequence[Assembly]) -> Iterator[Finding]:
    """Reads every package back and compares it with what was to be written."""
    parts = [(assembly, part) for assembly in assemblies for part in packages.slices(assembly)]
    try:
        found: list[list[ReadBack]] = parallel(packages.read_back, [part for _, part in parts])
    finally:
        packages.close()
    for assembly in assemblies:
        mine = [one for (owner, _), read in zip(parts, found, strict=True) if owner is assembly for one in read]
        yield from packages.verify(assembly, mine)


def _checked(state: BankState, results: Sequence[ChunkResult]) -> FactRows:
    """The facts of all files, once what was examined is in the cache; the rows go from the results into that."""
    if state.is_current:
        return state.known_facts
    rows: dict[str, Row] = {}
    for result in results:
        rows.update(result.rows)
        result.rows.clear()
    return state.finish(rows)


def _placed(results: Sequence[ChunkResult], facts: FactRows) -> list[list[tuple[str, str]]]:
    """By chunk, items on a stimulus with the stimulus' path in place of its id."""
    if not any(result.deferred for result in results):
        return [[] for _ in results]
    paths = {one.id: one.path for one in facts.values() if one is not None and one.kind == "stimulus"}
    return [[(path, paths[stimulus]) for path, stimulus in result.deferred] for result in results]


def _translations(facts: FactRows) -> dict[str, int]:
    """How many translations there are, by language."""
    tags = (row.id.partition(".")[2] for row in facts.values() if row is not None and row.kind == "translation")
    return dict(sorted(Counter(tags).items()))


def _take(built: Built, results: Sequence[ChunkResult]) -> None:
    built.items = sum(len(result.written) for result in results)
    built.losses = tuple(counted(loss for result in results for loss in result.losses))
    built.untranslated = tuple(one for result in results for one in result.untranslated)
    built.left_out = dict(sorted(Counter(status for result in results for status in result.left_out).items()))


def _stopping(order: Order, built: Built) -> list[Finding]:
    """What stops the build before a package is written."""
    if order.lang is not None and not order.leaves_out and built.untranslated:
        return [not_translated(one, order.lang) for one in sorted(built.untranslated, key=lambda one: one.path)]
    if not built.items:
        code, name = NOTHING
        words = f"no item has a status of {', '.join(sorted(order.statuses))}"
        words += f" and is there in `{order.lang}`" if order.lang is not None else ""
        return [Finding(code, name, Severity.ERROR, words, "approve items, or give --status", Place("bank.yaml"))]
    return loss_findings(built.losses) if order.is_strict else []


@contextmanager
def _mapper(job: Job, items: int, wanted: int | None) -> Iterator[Callable[..., list[Any]]]:
    """A map over this process, or over several where that pays."""
    workers = wanted if wanted is not None else available_cores()
    if items < POOL_FROM or workers == 1:
        chunk.prepare(job)
        yield lambda function, *arguments: list(map(function, *arguments))
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers, initializer=chunk.prepare, initargs=(job,)) as pool:
        yield lambda function, *arguments: list(pool.map(function, *arguments))


def _assembly(job: Job, order: Order, target: str, results: Sequence[ChunkResult], chunks: int) -> Assembly:
    written = (one for result in results for one in result.written if target in one.digests)
    wanted = sorted(written, key=lambda one: one.path)
    pictures = {name: path for result in results for name, path in result.pictures.items()}
    return Assembly(job, target, chunks, pictures, job.spool.parent / file_name(order, target), wanted)


def file_name(order: Order, target: str) -> str:
    """`<bank>-<version>-<target>[-<language>][-candidate].zip`."""
    bank = bank_of(order.root)
    audience = "" if order.audience == "instructor" else f"-{order.audience}"
    language = f"-{order.lang}" if order.lang is not None else ""
    return f"{bank.id}-{bank.version}-{target}{language}{audience}{format_named(target).suffix}"


def bank_of(root: Path) -> Bank:
    """The bank's settings, which `check` has passed.

    Raises:
        RuntimeError: they changed since.
    """
    bank = read_bank_files(root).bank
    if bank is None:
        raise RuntimeError("bank.yaml changed during the build")
    return bank


def _package(assembly: Assembly) -> Package:
    sha = hashlib.sha256()
    with assembly.file.open("rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            sha.update(block)
    size = assembly.file.stat().st_size
    return Package(assembly.file.name, assembly.target, size, sha.hexdigest(), len(assembly.wanted))
