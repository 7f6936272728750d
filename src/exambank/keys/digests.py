"""What an item's key is, in one digest, and what its candidates see, in another."""

from exambank.model.interactions.choice import OptionItem
from exambank.model.interactions.cloze import ClozeItem, Gap, with_blanks
from exambank.model.interactions.numeric import NumericItem, write_answer
from exambank.model.interactions.short_text import write_answer as write_text_answer
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus
from exambank.source.digest import digest_of


def key_of(item: AnyItem) -> list[str]:
    """The key in plain strings, in an order that does not depend on the file's.

    Options by id (which follows their text, so a swap of two texts changes the key and a reordering does not), with
    shares where scoring is per option; answers as they are written.
    """
    if isinstance(item, OptionItem):
        if item.scoring == "per-option":
            return sorted(f"{option}={share.normalize():f}" for option, share in item.shares().items())
        return sorted(option.id for option in item.keys)
    if isinstance(item, NumericItem):
        return sorted(map(write_answer, item.answers))
    if isinstance(item, ClozeItem):
        return _gap_keys(item)
    return [item.case, *sorted(map(write_text_answer, item.answers))]


def _gap_keys(item: ClozeItem) -> list[str]:
    """How gaps are scored, and each gap's keys or answers by its name; the gaps' order does not count."""
    found = [
        "\0".join([gap.id, *sorted([*(option.id for option in gap.keys), *map(write_text_answer, gap.answers)])])
        for gap in item.gaps
    ]
    return [item.scoring, item.case if item.text_gaps else "", *sorted(found)]


def keyed_words(item: AnyItem) -> list[str]:
    """The key as a person reads it: the keyed options' texts, with shares where they count, or the accepted answers."""
    if isinstance(item, OptionItem):
        return _option_words(item)
    if isinstance(item, NumericItem):
        return [write_answer(answer) for answer in item.answers]
    case = " (capitals count)" if item.case == "exact" else ""
    if isinstance(item, ClozeItem):
        return [f"{gap.id}: {_gap_words(gap, case)}" for gap in item.gaps]
    return [write_text_answer(answer) + case for answer in item.answers]


def _gap_words(gap: Gap, case: str) -> str:
    if gap.is_dropdown:
        return " / ".join(" ".join(option.text.plain.split()) for option in gap.keys)
    return " / ".join(write_text_answer(answer) for answer in gap.answers) + case


def _option_words(item: OptionItem) -> list[str]:
    if item.scoring != "per-option":
        return [" ".join(option.text.plain.split()) for option in item.keys]
    shares = item.shares()
    return [
        f"{' '.join(option.text.plain.split())} ({float(shares[option.id]):g}%)"
        for option in item.options
        if option.is_key or option.share is not None
    ]


def key_digest(item: AnyItem) -> str:
    """SHA-256 over interaction and key."""
    return digest_of([item.interaction, key_of(item)])


def text_digest(item: AnyItem) -> str:
    """SHA-256 over what candidates see: stem, options in any order, hint and units, and the stimulus' id."""
    stem = with_blanks(item.stem) if isinstance(item, ClozeItem) else item.stem
    shown = [
        stem.normal_form,
        item.hint.normal_form if item.hint else "",
        item.stimulus or "",
    ]
    if isinstance(item, OptionItem):
        shown += sorted(option.text.normal_form for option in item.options)
    elif isinstance(item, NumericItem):
        shown += sorted({answer.unit or "" for answer in item.answers})
    elif isinstance(item, ClozeItem):
        shown += sorted(f"{gap.id}\0{option.text.normal_form}" for gap in item.gaps for option in gap.options)
    return digest_of(shown)


def stimulus_digest(stimulus: Stimulus) -> str:
    """SHA-256 over what candidates see of a stimulus."""
    return digest_of([stimulus.text.normal_form])


def review_digest(item: AnyItem) -> str:
    """What a review is of: text and key; a change to either makes another. The letter keeps YAML from a number."""
    return "r" + digest_of([key_digest(item), text_digest(item)])[:11]
