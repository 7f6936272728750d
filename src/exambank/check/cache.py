"""What the last run found, kept outside the bank so that no pull request can bring a cache along.

Plain JSON: a broken, foreign or hostile cache is a miss, never code. Two files: `stamps.json` is all that a run with
nothing changed reads; `facts.json` is read when something did.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from exambank.check.rows import is_finding_row
from exambank.source.digest import digest

RACY = 2_000_000_000  # ns; a file changed so shortly before the run may change again under the same time stamp


@dataclass(slots=True)
class Cache:
    """Rows by path: `files` holds [size, changed, digest, findings], `bank` the bank's findings under their digest.

    `generation` ties the two files together: facts of another one may be about other contents.
    """

    files: dict[str, list[Any]] = field(default_factory=dict)
    setting_digest: str = ""
    bank_digest: str = ""
    bank_findings: list[Any] = field(default_factory=list)
    generation: str = ""


CACHE_FIELDS = tuple(one.name for one in fields(Cache))


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
    data = _load(folder / "stamps.json", fingerprint)
    try:
        found = Cache(*(data[name] for name in CACHE_FIELDS)) if data else Cache()
        return found if _is_sound(found) else Cache()
    except (AttributeError, KeyError, TypeError, ValueError):
        return Cache()


def _is_sound(cache: Cache) -> bool:
    """Whether rows have the shape that a run wrote.

    Raises:
        AttributeError, TypeError, ValueError: they have another one.
    """
    rows = list(cache.bank_findings)
    for size, changed, content, findings in cache.files.values():
        if type(size) is not int or type(changed) is not int or type(content) is not str:
            return False
        rows += findings
    return all(map(is_finding_row, rows)) and isinstance(cache.generation, str)


def load_facts(folder: Path, fingerprint: str, generation: str) -> dict[str, list[Any]]:
    """Rows of facts by path, as written beside the stamps of this generation; empty where there are none."""
    from exambank.check.facts import is_facts_row

    data = _load(folder / "facts.json", fingerprint)
    facts = data.get("facts") if data and data.get("generation") == generation else None
    return facts if isinstance(facts, dict) and all(map(is_facts_row, facts.values())) else {}


def _load(path: Path, fingerprint: str) -> dict[str, Any] | None:
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or data.get("fingerprint") != fingerprint:
        return None
    return data


def save(folder: Path, fingerprint: str, cache: Cache, facts: Mapping[str, list[Any]] | None) -> None:
    """Writes both files (the stamps alone without facts); a cache that cannot be written is no fault of the bank."""
    stamps = {name: getattr(cache, name) for name in CACHE_FIELDS}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if facts is not None:
            _write(folder / "facts.json", {"fingerprint": fingerprint, "generation": cache.generation, "facts": facts})
        _write(folder / "stamps.json", {"fingerprint": fingerprint, **stamps})
    except OSError:
        return


def _write(path: Path, data: dict[str, Any]) -> None:
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_text(json.dumps(data, ensure_ascii=True, separators=(",", ":")), "ascii")
    os.replace(part, path)
