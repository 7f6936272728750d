"""An item of the bank and its entry in `statistics.json` brought together, and where the two cannot both be right."""

from collections.abc import Iterator

from exambank.check.facts import Facts
from exambank.check.item_flags import ItemFigures, OptionFigures, shown
from exambank.finding import FieldPath
from exambank.model.identity import option_id
from exambank.model.statistics import ItemStatistics
from exambank.richtext.from_tokens import MARKUP
from exambank.richtext.text import RichText
from exambank.richtext.tree import Paragraph, Text
from exambank.source.digest import digest_of

ROUNDED = 0.005  # what a figure of two decimals may be off
BINARY = 1e-9  # what a sum of binary fractions may be off
ONE_OF = frozenset({"choice", "true-false"})  # interactions in which one option is chosen

Clash = tuple[FieldPath, str, str]  # a field of the entry, what is wrong, and the mend


def option_ids(facts: Facts) -> tuple[str, ...]:
    """The ids of an item's options, in the order of the file."""
    return tuple(option_id(facts.id, _text(source)) for source in facts.texts[1 : 1 + facts.options])


def _text(source: str) -> RichText:
    """A line without markup needs no parser: it would find this paragraph."""
    if source[:1].isalpha() and source[-1] != " " and source.isprintable() and MARKUP.search(source) is None:
        return RichText(source, (Paragraph((Text(source),)),))
    return RichText(source)


def figures_of(facts: Facts, ids: tuple[str, ...], entry: ItemStatistics) -> ItemFigures:
    """The entry in the order of the item's options."""
    options = tuple(
        OptionFigures(place in facts.keys, found.share, found.r, found.top)
        for place, found in enumerate(map(entry.options.get, ids))
        if found is not None
    )
    chance = 1 / facts.options if facts.interaction in ONE_OF and facts.options else None
    return ItemFigures(entry.n, entry.facility, entry.discrimination, chance, options)


def clashes(facts: Facts, ids: tuple[str, ...], entry: ItemStatistics) -> Iterator[Clash]:
    """What cannot be: other options than the item's, shares that do not sum to 1, a facility that is not the key's."""
    if not entry.options:
        return
    if entry.options.keys() != set(ids):
        yield from _strangers(ids, entry)
    elif facts.interaction in ONE_OF:
        yield from _sums(ids, entry)
        yield from _facility(facts, ids, entry)


def _strangers(ids: tuple[str, ...], entry: ItemStatistics) -> Iterator[Clash]:
    listed = ", ".join(f"{number}: {name}" for number, name in enumerate(ids, 1))
    mend = f"by place the item's are {listed}" if ids else "take `options` out"
    for name in (one for one in entry.options if one not in ids):
        yield ("options", name), f"the item has no option {name}", mend
    for number, name in enumerate(ids, 1):
        if name not in entry.options:
            yield (
                ("options",),
                f"option {number} ({name}) is missing",
                "write its figures, with share 0 if nobody chose it",
            )


def _sums(ids: tuple[str, ...], entry: ItemStatistics) -> Iterator[Clash]:
    total = sum(option.share for option in entry.options.values()) + entry.omitted
    off = ROUNDED * (len(ids) + 1) + BINARY
    if abs(total - 1) > off:
        yield (
            ("options",),
            f"the shares of {len(ids)} options and `omitted` sum to {shown(total)}, not to 1",
            "write each as the share of all candidates, and who chose none under `omitted`",
        )
    tops = [option.top for option in entry.options.values() if option.top is not None]
    if len(tops) == len(ids) and not (1 - off - (entry.omitted > 0) <= sum(tops) <= 1 + off):
        yield (
            ("options",),
            f"the shares in the top 27 % sum to {shown(sum(tops))}, not to 1",
            "write each as the share of those in the top 27 %",
        )


def _facility(facts: Facts, ids: tuple[str, ...], entry: ItemStatistics) -> Iterator[Clash]:
    """Where all or nothing is scored, the facility is the share of the key."""
    keys = [ids[place] for place in facts.keys]
    share = sum(entry.options[name].share for name in keys)
    if abs(entry.facility - share) <= 2 * ROUNDED + BINARY:
        return
    if facts.key_digest == digest_of([facts.interaction, sorted(keys)]):
        yield (
            ("facility",),
            f"facility is {shown(entry.facility)}, but {shown(share)} of candidates chose the key",
            "look which one is wrong: the facility of an item that is scored all or nothing is its key's share",
        )
