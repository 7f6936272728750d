"""An item made ready for the writers: as the audience may know it, with its stimulus, less what a format denies."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from exambank.check.facts import pictures as picture_sources
from exambank.export.pictures import picture_names
from exambank.formats.contract import Audience, Format, ReadItem, Unit, format_named
from exambank.formats.feature import Feature, project
from exambank.keys.audience import candidate_view
from exambank.model.interactions.cloze import ClozeItem
from exambank.model.interactions.numeric import NumericItem
from exambank.model.interactions.short_text import ShortTextItem
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus
from exambank.model.texts import texts_of
from exambank.verify.compare import Content, content


@dataclass(frozen=True, slots=True)
class Loaded:
    """An item as a build has it. `pictures` map sources as authored to paths in the package and in the bank."""

    item: AnyItem
    stimulus: Stimulus | None
    pictures: dict[str, tuple[str, str]]


def loaded(root: Path, audience: Audience, item: AnyItem, path: str) -> Loaded:
    """An item without its stimulus; for candidates, what they may know of it."""
    if audience is Audience.CANDIDATE:
        item = candidate_view(item)
    return Loaded(item, None, picture_names(root, path, picture_sources(texts_of(item))))


def on_stimulus(root: Path, plain: Loaded, stimulus: Stimulus, path: str) -> Loaded:
    """The same with its stimulus."""
    pictures = picture_names(root, path, picture_sources(iter([stimulus.text])))
    return Loaded(plain.item, stimulus, pictures | plain.pictures)


def dropped(format_: Format) -> frozenset[Feature]:
    """The features that are taken out of an item before the format's writer sees it."""
    return _dropped(format_.name)


@cache
def _dropped(name: str) -> frozenset[Feature]:
    return frozenset(feature for feature, denial in format_named(name).denied.items() if denial.is_dropped)


def unit_of(loaded: Loaded, gone: frozenset[Feature]) -> Unit:
    """The item less these features."""
    stimulus = None if Feature.STIMULUS in gone else loaded.stimulus
    pictures = {source: name for source, (name, _) in loaded.pictures.items()}
    return Unit(project(loaded.item, gone), stimulus, pictures)


def has_key(item: AnyItem) -> bool:
    """Whether anything is left that could be scored as right."""
    if isinstance(item, NumericItem | ShortTextItem):
        return bool(item.answers)
    if isinstance(item, ClozeItem):  # without one of them nobody gets all of the points
        return all(gap.keys or gap.answers for gap in item.gaps)
    return any(option.is_key for option in item.options)


def wanted_content(unit: Unit, format_: Format, audience: Audience) -> Content:
    """What reading the package back must give."""
    return content(
        unit.item,
        unit.stimulus,
        dropped(format_),
        audience,
        lambda source: unit.pictures.get(source, source),
        keeps_markdown=format_.keeps_markdown,
    )


def found_content(found: ReadItem, item: AnyItem, format_: Format, audience: Audience) -> Content:
    """What reading the package back gave."""
    return content(item, found.stimulus, dropped(format_), audience, str, keeps_markdown=format_.keeps_markdown)
