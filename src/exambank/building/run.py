"""The build itself: from an order to packages in place, or to findings that stopped it."""

import hashlib
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from exambank.building import chunk, packages
from exambank.building.chunk import ChunkResult, Job, Source
from exambank.building.manifest import manifest_text
from exambank.building.order import Built, Order, Package
from exambank.building.packages import Assembly
from exambank.check.bank_files import read_bank_files
from exambank.check.facts import Facts, facts_of_row
from exambank.check.run import available_cores, bank_facts
from exambank.export.loss import loss_findings
from exambank.export.place import MANIFEST, aside, put_in_place
from exambank.finding import Finding, Place, Severity
from exambank.formats.contract import format_named
from exambank.model.bank import Bank

CHUNK = 250  # items a task; docs/performance.md
POOL_FROM = 200  # items; below it one process is faster
NOTHING = ("EXP004", "nothing-to-build")


def run(order: Order) -> Built:
    """Builds a bank that `check` has passed."""
    rows = bank_facts(order.root, use_cache=order.use_cache, workers=order.workers)
    facts = [facts_of_row(row) for row in rows.values() if row is not None]
    sources, left_out = chosen(facts, order)
    built = Built(items=len(sources), left_out=left_out)
    if not sources:
        code, name = NOTHING
        words = f"no item has a status of {', '.join(sorted(order.statuses))}"
        place = Place("bank.yaml")
        built.findings = (Finding(code, name, Severity.ERROR, words, "approve items, or give --status", place),)
        return built
    folder = aside(order.out)
    job = Job(order.root, folder / "spool", order.targets, order.audience)
    job.spool.mkdir()
    try:
        _build(order, job, sources, built)
    finally:
        if folder.exists():
            shutil.rmtree(folder)
    return built


def chosen(facts: Sequence[Facts], order: Order) -> tuple[list[Source], dict[str, int]]:
    """The items to build in order of id, and how many of other statuses are left out."""
    stimuli = {one.id: one.path for one in facts if one.kind == "stimulus"}
    items = sorted((one for one in facts if one.kind == "item"), key=lambda one: one.id)
    wanted = [Source(one.path, stimuli.get(one.stimulus)) for one in items if one.status in order.statuses]
    return wanted, dict(sorted(Counter(one.status for one in items if one.status not in order.statuses).items()))


def _build(order: Order, job: Job, sources: Sequence[Source], built: Built) -> None:
    chunks = [sources[start : start + CHUNK] for start in range(0, len(sources), CHUNK)]
    with _mapper(job, len(sources), order.workers) as parallel:
        results: list[ChunkResult] = parallel(chunk.write_chunk, range(len(chunks)), chunks)
        built.losses = tuple(loss for result in results for loss in result.losses)
        if order.is_strict and (stopping := loss_findings(built.losses)):
            built.findings = tuple(stopping)
            return
        assemblies = [_assembly(order, job, target, results, sources) for target in order.targets]
        found: list[list[Finding]] = parallel(packages.assemble, assemblies)
    built.findings = tuple(finding for findings in found for finding in findings)
    if built.findings:
        return
    shutil.rmtree(job.spool)
    built.packages = tuple(_package(one) for one in assemblies)
    manifest = manifest_text(bank_of(order.root), order, built)
    (job.spool.parent / MANIFEST).write_bytes(manifest.encode())
    put_in_place(order.out)


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


def _assembly(
    order: Order, job: Job, target: str, results: Sequence[ChunkResult], sources: Sequence[Source]
) -> Assembly:
    digests = [entry for result in results for entry in result.digests[target]]
    wanted = [
        (item_id, path, source.stimulus, digest)
        for (item_id, path, digest), source in zip(digests, sources, strict=True)
    ]
    pictures = {name: path for result in results for name, path in result.pictures.items()}
    return Assembly(job, target, len(results), pictures, job.spool.parent / file_name(order, target), wanted)


def file_name(order: Order, target: str) -> str:
    """`<bank>-<version>-<target>[-candidate].zip`."""
    bank = bank_of(order.root)
    audience = "" if order.audience == "instructor" else f"-{order.audience}"
    return f"{bank.id}-{bank.version}-{target}{audience}{format_named(target).suffix}"


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
