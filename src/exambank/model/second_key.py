"""A blind answer on record: who answered which item without its key, when, on what text, and whether it agreed."""

from datetime import date
from typing import Annotated, Literal

from exambank.model.base import Frozen
from exambank.model.form import Digest, Pinned
from exambank.model.limits import Limits

Name = Annotated[str, Limits(pattern=r"^\S(.*\S)?$", max_length=100)]  # one line, no white space around it


class SecondKey(Frozen, frozen=True, kw_only=True):
    """An answer of one reviewer; `key`, `text` and `stimulus` are digests of what it was compared with and read.

    `match` says whether it agreed with the key. What the answer was stands nowhere.
    """

    item: Pinned
    by: Name
    on: date
    match: bool
    key: Digest
    text: Digest
    stimulus: Digest | None = None

    @property
    def reviewer(self) -> str:
        """The name as names are compared: capitals and white space aside."""
        return folded_name(self.by)

    @property
    def subject(self) -> tuple[str, str, str, str | None]:
        """What the answer is about: the item's version, and the digests."""
        return self.item, self.key, self.text, self.stimulus


class SecondKeyFile(Frozen, frozen=True, kw_only=True):
    """`second-keys.lock`: all blind answers, one a line, in order of item, name and day."""

    format: Literal[1]
    entries: tuple[SecondKey, ...]


def folded_name(name: str) -> str:
    """A person's name as names are compared."""
    return " ".join(name.split()).casefold()
