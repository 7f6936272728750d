"""A translation's file with its source, which lies beside it."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from exambank.check.facts import Facts, kept_places, pictures
from exambank.check.translation_pair import TranslationPair
from exambank.model import from_syntax
from exambank.model.bad_value import BadValue
from exambank.model.base import BaseItem
from exambank.model.composed import composed_item
from exambank.model.from_translation import translation
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus
from exambank.model.translation import TranslatedGap, Translation
from exambank.model.translation_differences import Source, differences, has_shares
from exambank.richtext.text import RichText
from exambank.source.digest import digest_of
from exambank.source.discover import source_of
from exambank.source.read import SourceFile
from exambank.syntax import document as syntax
from exambank.syntax.document import Document

Beside = Callable[[str], SourceFile | None]

# fields that a rule finds nothing about here, since they stand in the source alone
OF_SOURCE = frozenset(BaseItem.__struct_fields__) - frozenset(Translation.__struct_fields__)


class Translated(Struct, frozen=True):
    """What was made of a file: the translation, its source, and the item that both make where they fit.

    Where the model refuses the file, `bad` says why. Without a source that is sound there is no pair.
    """

    bad: tuple[BadValue, ...] = ()
    translation: Translation | None = None
    pair: TranslationPair | None = None
    item: AnyItem | None = None


def translated(document: Document, beside: Beside, defaults: Mapping[str, Any]) -> Translated:
    """The translation in a document, with what it translates."""
    name = source_of(document.path)
    source = _source(beside, name[0], defaults) if name is not None else None
    if isinstance(source, Stimulus):
        syntax.as_passage(document)
    found, bad = translation(document, has_shares=has_shares(source))
    if found is None:
        return Translated(tuple(bad))
    if source is None or name is None or source.id != found.source_id:
        return Translated(translation=found)
    pair = TranslationPair(source, found)
    if isinstance(source, Stimulus) or any(True for _ in differences(source, found)):
        return Translated(translation=found, pair=pair)
    return Translated(translation=found, pair=pair, item=composed_item(source, found, name[1]))


def _source(beside: Beside, path: str, defaults: Mapping[str, Any]) -> Source | None:
    """The item or stimulus in a file; None where there is none, or it has errors, of which its own findings tell."""
    file = beside(path)
    document = syntax.parse(file) if file is not None else None
    if document is None or document.body is None or document.kind == "translation":
        return None
    if document.kind == "stimulus":
        return from_syntax.stimulus(document)[0]
    return from_syntax.item(document, defaults)[0]


def translation_facts(document: Document, found: Translation) -> Facts:
    """What the bank needs to know of a translation by itself."""
    name = source_of(document.path)
    parts: list[Translation | TranslatedGap] = [found, *found.gaps]
    options = [option for part in parts for option in part.options]
    answers = [answer for part in parts for answer in part.answers]
    feedback = [*(one.feedback for one in options), *(one.feedback for one in answers)]
    texts = [found.stem, found.rationale, found.hint, *feedback, *(option.text for option in options)]
    shown: list[RichText] = [text for text in texts if text is not None]
    return Facts(
        path=document.path,
        kind="translation",
        id=f"{found.source_id}.{name[1] if name else found.lang or ''}",
        version=found.source_version,
        status=found.status,
        title=found.title or "",
        pictures=pictures(iter(shown)),
        suppressed=tuple(entry.code for entry in found.suppress if entry.reason.strip()),
        places=kept_places(document.places),
        lang=found.lang or "",
    )


def own_key(document: Document) -> str | None:
    """A digest of what a translation's file calls its keys, whatever its source says."""
    found, _ = translation(document, has_shares=False)
    if found is None:
        return None
    return digest_of([_called("", found), *(_called(gap.id, gap) for gap in found.gaps)])


def _called(name: str, part: Translation | TranslatedGap) -> list[str]:
    keys = (option.text.normal_form for option in part.options if option.is_key)
    return [name, *sorted(keys), *sorted(answer.text for answer in part.answers)]


def with_key(facts: Facts, of_item: Facts) -> Facts:
    """The same with what the lock records, and with what its author silenced, as the composed item has them."""
    names = ("interaction", "options", "keys", "key_digest", "text_digest", "keyed", "places", "silenced", "language")
    return msgspec.structs.replace(facts, **{name: getattr(of_item, name) for name in names})
