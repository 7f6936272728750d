"""An item's content in plain data, so that what was written and what was read back compare."""

from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import Any

import msgspec

from exambank.formats.contract import Audience
from exambank.formats.feature import AUTHORS_OWN, METADATA_FIELDS, Feature
from exambank.model.interactions.choice import Option, OptionItem
from exambank.model.interactions.cloze import ClozeItem, Gap
from exambank.model.interactions.numeric import NumericAnswer
from exambank.model.interactions.short_text import ShortTextItem
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus
from exambank.richtext.rewrite import Rename, rewritten
from exambank.richtext.text import RichText
from exambank.source.digest import digest

Content = dict[str, Any]
PICTURE = "Image("  # in the canonical words of a text that may hold one


def content(
    item: AnyItem,
    stimulus: Stimulus | None,
    denied: Collection[Feature],
    audience: Audience,
    picture: Rename,
    *,
    keeps_markdown: bool = False,
) -> Content:
    """What a package must hold of the item, by field; `picture` gives a picture's path in the package.

    Where the package keeps the author's Markdown, a text without pictures is compared as it is written, which is
    stricter than by its tree and spares parsing it.
    """
    is_candidate = audience is Audience.CANDIDATE

    def tree(text: RichText | None) -> str | None:
        if text is None:
            return None
        if keeps_markdown and "![" not in text.source:
            return text.source
        return text.canonical if PICTURE not in text.canonical else repr(rewritten(text.tree, picture))

    found: Content = {"id": item.id, "interaction": item.interaction, "points": number(item.points)}
    found.update(title=item.title, lang=item.lang, stem=tree(item.stem), hint=tree(item.hint))
    found["rationale"] = None if is_candidate else tree(item.rationale)
    found["stimulus"] = tree(stimulus.text) if stimulus is not None else None
    if Feature.METADATA not in denied:
        hidden = AUTHORS_OWN | ({"difficulty"} if is_candidate else set())
        metadata = item.model_dump(is_json=True, include=set(METADATA_FIELDS) - hidden)
        found.update((f"metadata {name}", metadata[name]) for name in sorted(metadata))
    if isinstance(item, OptionItem):
        found.update(_options(item, is_candidate, tree))
    elif isinstance(item, ClozeItem):
        found.update(_cloze(item, is_candidate, tree))
    elif not is_candidate:
        found.update((f"answer {n}", answer) for n, answer in enumerate(_answers(item, tree)))
        if isinstance(item, ShortTextItem):
            found["case"] = item.case
    return found


def _cloze(item: ClozeItem, is_candidate: bool, tree: Any) -> Content:
    found: Content = {"shuffle": item.shuffle} if item.dropdowns else {}
    if not is_candidate:
        found["scoring"] = item.scoring
        if item.text_gaps:
            found["case"] = item.case
    found.update((f"gap {n}", _gap(gap, is_candidate, tree)) for n, gap in enumerate(item.gaps, 1))
    return found


def _gap(gap: Gap, is_candidate: bool, tree: Any) -> Content:
    found: Content = {"id": gap.id}
    for number_, option in enumerate(gap.options, 1):
        shown: Content = {"id": option.id, "text": tree(option.text)}
        found[f"option {number_}"] = shown if is_candidate else shown | _secret(option, tree)
    if not is_candidate:
        found.update((f"answer {n}", answer) for n, answer in enumerate(_answers(gap, tree)))
    return found


def _secret(option: Option, tree: Any) -> Content:
    return {"key": option.is_key, "feedback": tree(option.feedback)}


def _options(item: OptionItem, is_candidate: bool, tree: Any) -> Content:
    found: Content = {"shuffle": item.shuffle}
    if not is_candidate:
        found["scoring"] = item.scoring
    shares = item.shares() if item.scoring == "per-option" else {}
    for number_, option in enumerate(item.options):
        shown: Content = {"id": option.id, "text": tree(option.text)}
        if not is_candidate:
            shown.update(_secret(option, tree))
            if item.scoring == "per-option":
                shown["share"] = round(shares[option.id], 4)
        found[f"option {number_ + 1}"] = shown
    return found


def _answers(item: Any, tree: Any) -> Iterator[Content]:
    for answer in item.answers:
        if isinstance(answer, NumericAnswer):
            low, high = answer.bounds()
            yield {
                "low": number(low),
                "high": number(high),
                "unit": answer.unit,
                "feedback": tree(answer.feedback),
            }
        else:
            yield {"text": answer.text, "pattern": answer.is_pattern, "feedback": tree(answer.feedback)}


def number(value: Decimal) -> str:
    """A number in the one form that equal numbers share."""
    return format(value.normalize(), "f")


def content_digest(found: Content) -> str:
    """A digest that is equal where contents are."""
    try:
        return digest(msgspec.msgpack.encode(found))
    except UnicodeEncodeError:  # half of a surrogate pair, out of a package that is not ours
        return digest(repr(found).encode("utf-8", "surrogatepass"))


def differences(wanted: Content, found: Content) -> Iterator[str]:
    """Each field that differs, in words that do not show its value (it may be a key)."""
    for name in dict.fromkeys((*wanted, *found)):
        if name not in found:
            yield f"{name} is missing"
        elif name not in wanted:
            yield f"{name} was not asked for"
        elif repr(wanted[name]) != repr(found[name]):
            if isinstance(wanted[name], dict) and isinstance(found[name], dict):
                yield from (f"{name}: {inner}" for inner in differences(wanted[name], found[name]))
            else:
                yield f"{name} differs"
