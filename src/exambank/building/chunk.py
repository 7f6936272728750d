"""What a worker does first: files into fragments on a spool, their losses, and digests of what must be read back.

A file that `check` knows nothing of yet is examined in the same go, so that no item is parsed twice; items on a
stimulus come in a second go, when it is known where the stimuli are.
"""

import pickle
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from exambank.building.language import Language, Untranslated, UntranslatedError
from exambank.building.load import Loaded, dropped, has_key, loaded, on_stimulus, unit_of, wanted_content
from exambank.check.bank_files import read_bank_files
from exambank.check.examine import Examined, examine
from exambank.check.state import Row
from exambank.check.workers import ready, row_of, setting_of
from exambank.export.loss import Loss, counted, keyless, losses
from exambank.finding import Severity
from exambank.formats.contract import Audience, Format, Fragment, Unit, format_named
from exambank.formats.feature import Feature, features
from exambank.model import from_syntax
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus
from exambank.source.read import read
from exambank.syntax import document
from exambank.verify.compare import content_digest


@dataclass(frozen=True, slots=True)
class Job:
    """What all chunks of a build share; `changed` are the paths that are examined as well."""

    root: Path
    spool: Path
    targets: tuple[str, ...]
    audience: Audience
    statuses: frozenset[str]
    changed: frozenset[str] = frozenset()
    lang: str | None = None  # the one that was asked for


@dataclass(frozen=True, slots=True)
class Written:
    """An item on the spool: id, path, its stimulus' path, and the digest of its content by target."""

    item_id: str
    path: str
    stimulus: str | None
    digests: dict[str, str]


@dataclass(slots=True)
class ChunkResult:
    """What came of a chunk. `rows` are of files that were examined, `deferred` (path, stimulus id) of the second go.

    `pictures` map paths in packages to paths in the bank; `left_out` are statuses of items that are not built, and
    `untranslated` those that are not there in the language.
    """

    rows: dict[str, Row] = field(default_factory=dict)
    deferred: list[tuple[str, str]] = field(default_factory=list)
    written: list[Written] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    pictures: dict[str, str] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    untranslated: list[Untranslated] = field(default_factory=list)


Fragments = dict[str, list[tuple[str, Fragment]]]  # by target: path and fragment, in order of path

_job: dict[str, Any] = {}


def prepare(job: Job) -> None:
    """Readies this process for one build."""
    ready()
    files = read_bank_files(job.root)
    _job["job"] = job
    _job["defaults"] = files.defaults
    _job["setting"] = setting_of(files) if job.changed else None
    _job["formats"] = [format_named(target) for target in job.targets]
    _job["stimuli"] = {}
    of_bank = files.language or ""
    _job["language"] = Language(job.root, job.lang, of_bank, job.statuses) if job.lang is not None else None


def spool_file(job: Job, target: str, number: int, go: int) -> Path:
    """Where a chunk's fragments for a target lie."""
    return job.spool / f"{target}.{number:06d}.{go}.fragments"


def write_chunk(number: int, paths: Sequence[str]) -> ChunkResult:
    """Examines what is new, and writes the fragments of all items without stimulus to the spool."""
    job: Job = _job["job"]
    result = ChunkResult()
    fragments: Fragments = {target: [] for target in job.targets}
    for path in paths:
        item = _first_look(job, path, result)
        if item is None:
            continue
        if item.status not in job.statuses:
            result.left_out.append(item.status)
        elif item.stimulus is not None:
            result.deferred.append((path, item.stimulus))
        elif (said := _said(item, path, result)) is not None:
            _write(job, path, loaded(job.root, job.audience, said, path), result, fragments)
    _spool(job, number, 1, fragments)
    result.losses = counted(result.losses)
    return result


def write_deferred(number: int, sources: Sequence[tuple[str, str]]) -> ChunkResult:
    """Writes the fragments of items on a stimulus, given with its path."""
    job: Job = _job["job"]
    result = ChunkResult()
    fragments: Fragments = {target: [] for target in job.targets}
    for path, stimulus in sources:
        try:
            ready_item = load(job, path, stimulus)
        except UntranslatedError as error:
            item_id = str(_document(job.root, path).fields["id"])
            result.untranslated.append(Untranslated(item_id, path, str(error)))
            continue
        _write(job, path, ready_item, result, fragments, stimulus)
    _spool(job, number, 2, fragments)
    result.losses = counted(result.losses)
    return result


def _first_look(job: Job, path: str, result: ChunkResult) -> AnyItem | None:
    """The item in a file, if there is one without error."""
    file = read(job.root, path)
    if path in job.changed:
        found: Examined = examine(file, _job["setting"])
        result.rows[path] = row_of(found)
        is_sound = not any(finding.severity is Severity.ERROR for finding in found.findings)
        return found.subject if is_sound and not isinstance(found.subject, Stimulus) else None
    parsed = document.parse(file)
    if parsed.body is None or parsed.kind != "item":
        return None
    return from_syntax.item(parsed, _job["defaults"])[0]


def _said(item: AnyItem, path: str, result: ChunkResult) -> AnyItem | None:
    """The item in the language that was asked for; None where it is not there in it, which is noted."""
    language: Language | None = _job["language"]
    if language is None:
        return item
    try:
        return language.item(item, path)
    except UntranslatedError as error:
        result.untranslated.append(Untranslated(item.id, path, str(error)))
        return None


def _write(
    job: Job, path: str, ready_item: Loaded, result: ChunkResult, fragments: Fragments, stimulus: str | None = None
) -> None:
    used = features(ready_item.item, ready_item.stimulus)
    result.pictures.update(ready_item.pictures.values())
    projected: dict[tuple[frozenset[Feature], bool], tuple[Unit, str]] = {}
    digests: dict[str, str] = {}
    formats: list[Format] = _job["formats"]
    for format_ in formats:
        result.losses += losses(format_.name, format_.denied, used, ready_item.item.id, path)
        if any(denial.leaves_out and feature in used for feature, denial in format_.denied.items()):
            continue
        kind = dropped(format_), format_.keeps_markdown
        if kind not in projected:
            unit = unit_of(ready_item, kind[0])
            projected[kind] = unit, content_digest(wanted_content(unit, format_, job.audience))
        unit, digest = projected[kind]
        if job.audience is Audience.INSTRUCTOR and not has_key(unit.item):
            result.losses.append(keyless(format_.name, unit.item.id, path))
            continue
        digests[format_.name] = digest
        fragments[format_.name].append((path, format_.writer.fragment(unit, job.audience)))
    result.written.append(Written(ready_item.item.id, path, stimulus, digests))


def _spool(job: Job, number: int, go: int, fragments: Fragments) -> None:
    for target, made in fragments.items():
        spool_file(job, target, number, go).write_bytes(pickle.dumps(made, pickle.HIGHEST_PROTOCOL))


def load(job: Job, path: str, stimulus: str | None) -> Loaded:
    """Parses an item that was checked without error.

    Raises:
        RuntimeError: it no longer parses, because it was changed during the build.
        UntranslatedError: it, or its stimulus, is not there in the language that was asked for.
    """
    item, _ = from_syntax.item(_document(job.root, path), _job["defaults"])
    if item is None:
        raise RuntimeError(f"{path} changed while it was built")
    language: Language | None = _job["language"]
    item = item if language is None else language.item(item, path)
    plain = loaded(job.root, job.audience, item, path)
    return on_stimulus(job.root, plain, _stimulus(job.root, stimulus), stimulus) if stimulus is not None else plain


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
        language: Language | None = _job["language"]
        known[path] = found if language is None else language.stimulus(found, path)
    return known[path]
