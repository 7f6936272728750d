"""The way of an item's status, guarded: which may follow which."""

FIRST = frozenset({"draft", "review"})  # a new item is not yet looked at
OUT = frozenset({"retired", "suspended", "compromised"})  # may come at any time
BACK = frozenset({"draft", "review"})  # what is sent back is looked at again
FORWARD = {
    "draft": "review",
    "review": "key-verified",
    "key-verified": "approved",
    "approved": "pilot",
    "pilot": "operational",
}
AGAIN = {"suspended": frozenset({"operational"})}  # what was suspended may turn out to be sound


def next_statuses(status: str, *, has_pilots: bool) -> frozenset[str]:
    """What may follow a status; a form without pilot places takes approved items as they are.

    Nothing follows `retired` and `compromised` but each other: what has been seen stays seen, and ids are not reused.
    """
    if status in {"retired", "compromised"}:
        return frozenset({"retired", "compromised"}) - {status}
    found = (OUT | BACK | AGAIN.get(status, frozenset())) - {status}
    found |= {FORWARD[status]} if status in FORWARD else set()
    return found | {"operational"} if status == "approved" and not has_pilots else found
