"""Pictures of items: where they are in the bank, and what they are called in a package."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from exambank.source.digest import digest
from exambank.source.discover import inside_bank


@lru_cache(maxsize=4096)
def package_path(root: Path, path: str) -> str | None:
    """`media/<digest>.<suffix>`: a name that follows from the bytes, and so tells nothing of the key.

    None where the picture cannot be read, which `check` reports.
    """
    try:
        name = digest((root / path).read_bytes())[:32]
    except OSError:
        return None
    return f"media/{name}{Path(path).suffix.lower()}"


def picture_names(root: Path, item_path: str, sources: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Source as authored → path in the package and path in the bank."""
    names: dict[str, tuple[str, str]] = {}
    for source in sources:
        path = inside_bank(item_path, source)
        name = package_path(root, path) if path is not None else None
        if path is not None and name is not None:
            names[source] = name, path
    return names
