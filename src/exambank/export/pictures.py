"""Pictures of items: where they are in the bank, and what they are called in a package."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from exambank.source.digest import digest
from exambank.source.discover import inside_bank


@lru_cache(maxsize=4096)
def package_path(root: Path, path: str) -> str:
    """`media/<digest>.<suffix>`: a name that follows from the bytes, and so tells nothing of the key.

    Raises:
        OSError: the picture cannot be read.
    """
    return f"media/{digest((root / path).read_bytes())[:32]}{Path(path).suffix.lower()}"


def picture_names(root: Path, item_path: str, sources: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Source as authored → path in the package, and path in the package → path in the bank."""
    names: dict[str, str] = {}
    files: dict[str, str] = {}
    for source in sources:
        path = inside_bank(item_path, source)
        if path is None:
            continue
        name = package_path(root, path)
        names[source] = name
        files[name] = path
    return names, files
