"""What candidates did with the items of a bank, in sums: `statistics.json`, one entry an item and version."""

from typing import Annotated, Literal

from msgspec import Meta, field

from exambank.model.base import Frozen
from exambank.model.form import Digest, Pinned
from exambank.model.limits import Limits

ENTRY = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*@[1-9][0-9]*$"
OPTION = r"^o[0-9a-f]{10}$"
HASH = r"^[0-9a-f]{64}$"

# Bounds stand twice, for msgspec, which decodes files that are right, and for pydantic, which explains the others.
Share = Annotated[float, Meta(ge=0, le=1), Limits(ge=0, le=1)]
Correlation = Annotated[float, Meta(ge=-1, le=1), Limits(ge=-1, le=1)]
Candidates = Annotated[int, Meta(ge=1, le=10**9), Limits(ge=1, le=10**9)]
OptionId = Annotated[str, Meta(pattern=OPTION), Limits(pattern=OPTION)]
Entry = Annotated[Pinned, Meta(pattern=ENTRY, max_length=80)]
Hash = Annotated[Digest, Meta(pattern=HASH)]


class OptionStatistics(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An option: the share of candidates who chose it, its correlation, and its share in the top 27 %.

    `r` is the correlation of having chosen it with the total less the item; it has none where all or nobody did.
    """

    share: Share
    r: Correlation | None = None
    top: Share | None = None


class ItemStatistics(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An item as it was answered by `n` candidates, while key and text had these digests (those of keys.lock).

    `facility` is the mean score from 0 to 1, `discrimination` the correlation of the score with the total less the
    item, `omitted` the share of candidates who chose no option.
    """

    key: Hash
    text: Hash
    n: Candidates
    facility: Share
    discrimination: Correlation | None = None
    options: dict[OptionId, OptionStatistics] = field(default_factory=dict)
    omitted: Share = 0


class Statistics(Frozen, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The entries by `id@version`."""

    format: Literal[1]
    items: dict[Entry, ItemStatistics]
