"""Zip archives whose bytes follow from their content alone."""

import zipfile
from collections.abc import Iterable
from pathlib import Path

MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest that zip can hold
MODE = 0o100644 << 16
UNIX = 3
LEVEL = 6


def write_archive(path: Path, entries: Iterable[tuple[str, Iterable[bytes]]]) -> None:
    """Writes the entries in the order given, streaming.

    Raises:
        ValueError: two entries have one name.
    """
    names: set[str] = set()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        for name, chunks in entries:
            if name in names:
                raise ValueError(f"two entries are called {name}")
            names.add(name)
            info = zipfile.ZipInfo(name, MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = MODE
            info.create_system = UNIX
            with archive.open(info, "w") as entry:
                for chunk in chunks:
                    entry.write(chunk)
