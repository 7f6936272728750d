"""Writes a file aside and renames it into place, so that a reader finds the old file or the new one."""

import os
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Replaces the file's content; a kill at any moment leaves the one or the other. The mode is kept.

    Raises:
        OSError: the folder cannot be written; the file is then as it was.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        if path.exists():
            part.chmod(path.stat().st_mode & 0o7777)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
