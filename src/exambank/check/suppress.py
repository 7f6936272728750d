"""Which findings may be silenced: by an item's author with a reason, and by nobody."""

from collections.abc import Collection

GUARDS = frozenset({"KEY001", "KEY002", "KEY010", "KEY011"})  # without them a key could change unseen
FIRM_FAMILIES = ("STR", "SEC", "KEY", "LIF", "TXT003", "DUP005")  # a fault there is never a matter of taste


def is_suppressed(code: str, name: str, suppressed: Collection[str]) -> bool:
    """Whether a finding is silenced by the item's own list, by code or by name."""
    return bool(suppressed) and not code.startswith(FIRM_FAMILIES) and (code in suppressed or name in suppressed)
