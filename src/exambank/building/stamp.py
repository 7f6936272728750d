"""Whether the last build still stands: same input, same tool, and the same bytes on disk. Imports little, for speed."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from exambank.source.replace import replace_file

STAMP = "build.json"


def last_build(folder: Path, request: str, out: Path) -> dict[str, str] | None:
    """File name → SHA-256 of the last build of this request, if every file in `out` still is what it wrote."""
    try:
        data = json.loads((folder / STAMP).read_bytes())
        files = data[request]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not isinstance(files, dict) or not files:
        return None
    return files if all(file_digest(out / name) == sha for name, sha in files.items()) else None


def file_digest(path: Path) -> str | None:
    """SHA-256 of a file; None where there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def remember(folder: Path, request: str, files: Mapping[str, str]) -> None:
    """Notes a build; a cache that cannot be written is no fault of the build."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(folder / STAMP, json.dumps({request: dict(files)}).encode())
    except OSError:
        return
