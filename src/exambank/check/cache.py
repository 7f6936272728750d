"""What the last run found, kept outside the bank so that no pull request can bring a cache along.

Plain JSON, decoded by type: a broken, foreign or hostile cache is a miss, never code. Two files: `stamps.json` is all
that is read where nothing changed that the rules over the bank look at, and takes up the facts of few changed files;
`facts.json` is read when those rules run, and written when many files changed.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from exambank.finding import Finding
from exambank.source.digest import digest

if TYPE_CHECKING:
    from exambank.check.facts import Facts

Shape = TypeVar("Shape")

RACY = 2_000_000_000  # ns; a file changed so shortly before the run may change again under the same time stamp


class Known(msgspec.Struct, array_like=True):
    """A file as it was, what was found in it, and a mark of its facts, by which they are known to be the same."""

    size: int
    changed: int
    digest: str
    findings: tuple[Finding, ...]
    facts: str


class Cache(msgspec.Struct):
    """What is known: files by path, the bank's findings, and the digests of what else they follow from.

    `day` is when the bank's rules ran, since what they say of dates changes overnight.

    `fingerprint` is the tool's; `generation` ties the facts' file to this one: facts of another could be about other
    contents. `patches` are facts that are newer than that file's, null for a file that does not parse any more.
    """

    fingerprint: str = ""
    generation: str = ""
    setting_digest: str = ""
    bank_digest: str = ""
    day: str = ""
    bank_findings: tuple[Finding, ...] = ()
    files: dict[str, Known] = {}
    patches: dict[str, msgspec.Raw] = {}


def cache_folder(root: Path) -> Path:
    """Where the cache of the bank at `root` is: EXAMBANK_CACHE_DIR, or the user's cache folder."""
    base = os.environ.get("EXAMBANK_CACHE_DIR")
    if not base:
        from platformdirs import user_cache_dir

        base = user_cache_dir("exambank", appauthor=False)
    return Path(base) / digest(os.fsencode(root.resolve()))[:24]


def fingerprint() -> str:
    """Changes with the tool, its files, and what is installed beside it (rules by entry points)."""
    import sys

    package = Path(__file__).parent.parent
    parts = [sys.version, *sorted(_module_stamps(package))]
    for folder in (path for path in sys.path if path.endswith("-packages")):
        try:
            parts.append(f"{folder}:{Path(folder).stat().st_mtime_ns}")
        except OSError:
            continue
    return digest("\n".join(parts).encode("utf-8", "surrogateescape"))


def _module_stamps(folder: Path) -> list[str]:
    found: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    found += _module_stamps(Path(entry.path))
            elif entry.name.endswith(".py"):
                status = entry.stat()
                found.append(f"{entry.path}:{status.st_size}:{status.st_mtime_ns}")
    return found


def load(folder: Path, fingerprint: str) -> Cache:
    """The cache, or an empty one."""
    found = fetched(folder / "stamps.json", Cache)
    return found if found is not None and found.fingerprint == fingerprint else Cache()


def load_facts(folder: Path, cache: Cache) -> dict[str, "Facts | None"] | None:
    """Facts by path, as written beside this cache; None where they are lost."""
    from exambank.check.facts import Facts

    class KnownFacts(msgspec.Struct):
        generation: str
        facts: dict[str, Facts | None]

    found = fetched(folder / "facts.json", KnownFacts)
    if found is None or found.generation != cache.generation:
        return None
    try:
        decoder = msgspec.json.Decoder(Facts | None)
        found.facts.update((path, decoder.decode(row)) for path, row in cache.patches.items())
    except (ValueError, RecursionError, msgspec.MsgspecError):
        return None
    return found.facts


def mark_of(packed: bytes) -> str:
    """A mark of a file's facts as JSON."""
    return digest(packed)[:16]


def fetched(path: Path, shape: type[Shape]) -> Shape | None:
    """What a file of the cache holds; None where it does not hold just that."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=shape)
    except (OSError, ValueError, RecursionError, msgspec.MsgspecError):
        return None


def save(folder: Path, cache: Cache, facts: Iterable[tuple[str, object]] | None = None) -> None:
    """Writes both files (the stamps alone without facts); a cache that cannot be written is no fault of the bank."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if facts is not None:
            _write_pieces(folder / "facts.json", _facts_file(cache.generation, facts))
        _write(folder / "stamps.json", cache)
    except (OSError, UnicodeEncodeError):  # the latter: a path that is no UTF-8
        return


def keep(path: Path, data: object) -> None:
    """Writes a file of the cache, if that can be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, data)
    except (OSError, UnicodeEncodeError):
        return


def _write(path: Path, data: object) -> None:
    _write_pieces(path, [msgspec.json.encode(data)])


def _facts_file(generation: str, facts: Iterable[tuple[str, object]]) -> Iterator[bytes]:
    """`{"generation": …, "facts": {PATH: ROW, …}}` piece by piece, since all at once takes twice its size in memory."""
    encode = msgspec.json.encode
    yield b'{"generation":%b,"facts":{' % encode(generation)
    comma = b""
    for path, row in facts:
        yield b"%b%b:%b" % (comma, encode(path), encode(row))
        comma = b","
    yield b"}}"


def _write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        with part.open("wb") as out:
            out.writelines(pieces)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
