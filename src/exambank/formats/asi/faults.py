"""What the reader finds wrong in a package."""

from exambank.finding import Finding, Place, Severity

BROKEN = ("FMT001", "broken-entry")
UNKNOWN = ("FMT002", "unknown-interaction")
LOST = ("FMT003", "element-lost")
REFUSED = ("FMT004", "refused-value")


def broken(path: str, message: str) -> Finding:
    """A file that cannot be read at all."""
    return Finding(*BROKEN, Severity.ERROR, message, "repair the package, or export it again", Place(path))


def unknown(path: str, message: str) -> Finding:
    """An item of a kind that the model does not have."""
    mend = "write this item by hand; the others are read"
    return Finding(*UNKNOWN, Severity.ERROR, message, mend, Place(path))


def lost(path: str, names: tuple[str, ...]) -> Finding:
    """Elements of which only the text is kept."""
    words = ", ".join(f"<{name}>" for name in names)
    mend = "look at the item's text"
    return Finding(*LOST, Severity.WARNING, f"no Markdown form for {words}", mend, Place(path))


def refused(path: str, message: str) -> Finding:
    """A value that the model refuses."""
    return Finding(*REFUSED, Severity.ERROR, message, "correct the value in the package", Place(path))
