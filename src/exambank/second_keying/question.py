"""An item as a reviewer is asked it, with the digests of what an answer is about."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from exambank.check.facts import pictures as picture_sources
from exambank.export.pictures import picture_names
from exambank.keys.audience import candidate_view
from exambank.keys.digests import key_digest, stimulus_digest, text_digest
from exambank.keys.lock import entry_name
from exambank.model.item import AnyItem
from exambank.model.second_key import folded_name
from exambank.model.stimulus import Stimulus
from exambank.model.texts import texts_of
from exambank.second_keying.parts import Part, Rename, parts_of, shown
from exambank.source.digest import digest_of

MARK = 12  # hexadecimal digits of the digest that stand in a sheet
ELSEWHERE = "://"  # in a picture's address that is no file of the bank
Names = Mapping[str, tuple[str, str]]  # of pictures: source → name in the sheet, path in the bank


@dataclass(frozen=True, slots=True)
class Question:
    """What the sheet shows of an item; `item`, with its key, is for the comparison alone.

    `stimulus` is the digest of the passage; `pictures` map names in the sheet to paths in the bank.
    """

    item: AnyItem
    stem: str
    passage: str | None
    parts: tuple[Part, ...]
    stimulus: str | None
    pictures: Mapping[str, str]

    @property
    def name(self) -> str:
        """`id@version`."""
        return entry_name(self.item.id, self.item.version)

    @property
    def author(self) -> str:
        """The author's name, as names are compared."""
        return folded_name(self.item.author or "")

    @property
    def subject(self) -> tuple[str, str, str, str | None]:
        """What an answer is about: the version, and the digests of key, text and stimulus."""
        return self.name, key_digest(self.item), text_digest(self.item), self.stimulus

    @property
    def mark(self) -> str:
        """A digest of all that is shown, by which a sheet is known to be of the item as it is; it tells no key."""
        parts = [part.content for part in self.parts]
        return digest_of([self.item.interaction, self.stem, self.passage or "", parts])[:MARK]


def question(root: Path, item: AnyItem, path: str, stimulus: Stimulus | None, stimulus_path: str) -> Question:
    """The question that an item asks, on its stimulus; `path` is where it stands in the bank.

    Raises:
        RecursionError: its marks are nested too deeply to be written anew.
    """
    names = picture_names(root, path, picture_sources(texts_of(item)))
    view = candidate_view(item)
    stem, parts = shown(view.stem, _renaming(names)).text, parts_of(view, _renaming(names))
    if stimulus is None:
        return Question(item, stem, None, parts, None, _used(names, stem, parts))
    names_there = picture_names(root, stimulus_path, picture_sources(iter([stimulus.text])))
    passage = shown(stimulus.text, _renaming(names_there)).text
    pictures = _used(names_there, passage, ()) | _used(names, stem, parts)
    return Question(item, stem, passage, parts, stimulus_digest(stimulus), pictures)


def _renaming(names: Names) -> Rename:
    """Pictures by names that follow from their bytes: their own may tell the key."""

    def renamed(source: str) -> str:
        if source in names:
            return names[source][0]
        return source if ELSEWHERE in source else ""

    return renamed


def _used(names: Names, text: str, parts: tuple[Part, ...]) -> dict[str, str]:
    """The pictures that are shown; those of feedback and rationale are not."""
    texts = "\n".join([text, *(one for part in parts for one in part.texts)])
    return {name: path for name, path in names.values() if name in texts}
