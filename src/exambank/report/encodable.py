"""Paths and texts as UTF-8 holds them."""


def encodable(path: str) -> str:
    """The path, or a text, with question marks for what is no UTF-8: bytes of a file's name, halves of a pair."""
    return path.encode("utf-8", "replace").decode()
