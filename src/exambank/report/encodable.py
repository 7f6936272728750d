"""Paths as UTF-8 holds them."""


def encodable(path: str) -> str:
    """The path with question marks for bytes of a file's name that are no UTF-8."""
    return path.encode("utf-8", "replace").decode()
