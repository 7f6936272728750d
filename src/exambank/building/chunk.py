"""What a worker does first: items into fragments on a spool, their losses, and digests of what must be read back."""

import pickle
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from exambank.check.bank_files import read_bank_files
from exambank.check.facts import pictures as picture_sources
from exambank.check.workers import ready
from exambank.export.loss import Loss, losses
from exambank.export.pictures import picture_names
from exambank.formats.contract import Audience, Format, Fragment, Unit, format_named
from exambank.formats.feature import Feature, features, project
from exambank.keys.audience import candidate_view
from exambank.model import from_syntax
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus
from exambank.model.texts import texts_of
from exambank.source.read import read
from exambank.syntax import document
from exambank.verify.compare import Content, content, content_digest


@dataclass(frozen=True, slots=True)
class Source:
    """Where an item is, and the path of its stimulus if it has one."""

    path: str
    stimulus: str | None


@dataclass(frozen=True, slots=True)
class Job:
    """What all chunks of a build share."""

    root: Path
    spool: Path
    targets: tuple[str, ...]
    audience: Audience


@dataclass(slots=True)
class ChunkResult:
    """What came of a chunk: (item, path, digest) by target, losses, and pictures (path in package → in bank).

    `unwritable` are items that a target cannot hold at all.
    """

    digests: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)
    pictures: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Loaded:
    """An item as the bank has it, with its stimulus and the names its pictures have in packages."""

    item: AnyItem
    stimulus: Stimulus | None
    pictures: dict[str, str]


_job: dict[str, Any] = {}


def prepare(job: Job) -> None:
    """Readies this process for one build."""
    ready()
    _job["job"] = job
    _job["defaults"] = read_bank_files(job.root).defaults
    _job["formats"] = [format_named(target) for target in job.targets]
    _job["stimuli"] = {}


def spool_file(job: Job, target: str, number: int) -> Path:
    """Where a chunk's fragments for a target lie."""
    return job.spool / f"{target}.{number:06d}.fragments"


def write_chunk(number: int, sources: Sequence[Source]) -> ChunkResult:
    """Writes the fragments of some items, for every target, to the spool."""
    job: Job = _job["job"]
    formats: list[Format] = _job["formats"]
    result = ChunkResult(digests={target: [] for target in job.targets})
    fragments: dict[str, list[Fragment]] = {target: [] for target in job.targets}
    for source in sources:
        loaded, files = load(job, source)
        result.pictures.update(files)
        used = features(loaded.item, loaded.stimulus)
        projected: dict[frozenset[Feature], tuple[Unit, str]] = {}
        for format_ in formats:
            result.losses += losses(format_.name, format_.denied, used, loaded.item.id, source.path)
            gone = dropped(format_)
            if gone not in projected:
                unit = unit_of(loaded, gone)
                projected[gone] = unit, content_digest(wanted_content(unit, gone, job.audience))
            unit, digest = projected[gone]
            fragments[format_.name].append(format_.writer.fragment(unit, job.audience))
            result.digests[format_.name].append((loaded.item.id, source.path, digest))
    for target, made in fragments.items():
        spool_file(job, target, number).write_bytes(pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
    return result


def load(job: Job, source: Source) -> tuple[Loaded, dict[str, str]]:
    """Parses an item that was checked without error; for candidates, what they may know of it.

    Raises:
        RuntimeError: it no longer parses, because it was changed during the build.
    """
    root = job.root
    item, _ = from_syntax.item(_document(root, source.path), _job["defaults"])
    if item is None:
        raise RuntimeError(f"{source.path} changed while it was built")
    if job.audience is Audience.CANDIDATE:
        item = candidate_view(item)
    stimulus = _stimulus(root, source.stimulus) if source.stimulus else None
    names, files = picture_names(root, source.path, picture_sources(texts_of(item)))
    if stimulus is not None and source.stimulus:
        more, more_files = picture_names(root, source.stimulus, picture_sources(iter([stimulus.text])))
        names, files = more | names, more_files | files
    return Loaded(item, stimulus, names), files


def _document(root: Path, path: str) -> document.Document:
    parsed = document.parse(read(root, path))
    if parsed.body is None:
        raise RuntimeError(f"{path} changed while it was built")
    return parsed


def _stimulus(root: Path, path: str) -> Stimulus:
    known: dict[str, Stimulus] = _job["stimuli"]
    if path not in known:
        found, _ = from_syntax.stimulus(_document(root, path))
        if found is None:
            raise RuntimeError(f"{path} changed while it was built")
        known[path] = found
    return known[path]


def dropped(format_: Format) -> frozenset[Feature]:
    """The features that are taken out of an item before the format's writer sees it."""
    return frozenset(feature for feature, denial in format_.denied.items() if denial.is_dropped)


def unit_of(loaded: Loaded, gone: frozenset[Feature]) -> Unit:
    """The item less these features."""
    stimulus = None if Feature.STIMULUS in gone else loaded.stimulus
    return Unit(project(loaded.item, gone), stimulus, loaded.pictures, loaded.item.objective)


def wanted_content(unit: Unit, gone: frozenset[Feature], audience: Audience) -> Content:
    """What reading the package back must give."""
    return content(unit.item, unit.stimulus, gone, audience, lambda s: unit.pictures.get(s, s))
