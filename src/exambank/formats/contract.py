"""What a format is: its name, what it can hold, and the functions that write and read it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib import import_module
from typing import Protocol, cast, runtime_checkable
from zipfile import ZipFile

from exambank.finding import Finding
from exambank.formats.feature import Denial, Feature
from exambank.model.bank import Bank
from exambank.model.blueprint import Blueprint
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus


class Audience(StrEnum):
    """Whom a package is for. A candidate's has no key, rationale, feedback or statistics."""

    INSTRUCTOR = "instructor"
    CANDIDATE = "candidate"


@dataclass(frozen=True, slots=True)
class Unit:
    """An item to be written, projected to what the format holds (`feature.project`), with what it needs beside it.

    `pictures` maps a picture's source as authored to its path in the package, `media/<digest>.<suffix>`. `objective` is
    the item's, also where the format denies metadata: packages are arranged by domain.
    """

    item: AnyItem
    stimulus: Stimulus | None
    pictures: Mapping[str, str]
    objective: str = ""


@dataclass(frozen=True, slots=True)
class Fragment:
    """What a worker makes of one item: files of its own, and parts of documents that items share, by name."""

    item_id: str
    entries: tuple[tuple[str, bytes], ...]
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a package says beside its items. `media` are (path, bytes), each path once, in order of path."""

    bank: Bank
    blueprint: Blueprint
    audience: Audience
    media: Iterable[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class ReadItem:
    """An item as a reader found it; None with findings where it cannot be one.

    Pictures in its texts keep the package's paths.
    """

    path: str
    item: AnyItem | None
    stimulus: Stimulus | None
    findings: tuple[Finding, ...] = ()


class Writer(Protocol):
    """The writer module of a format. It touches no disk, no clock and no random."""

    def fragment(self, unit: Unit, audience: Audience) -> Fragment:
        """One item's part of a package."""

    def package(self, frame: Frame, fragments: Iterable[Fragment]) -> Iterator[tuple[str, Iterable[bytes]]]:
        """The package's files in order, each as (path, chunks of bytes); fragments are read once, as they come."""


class Reader(Protocol):
    """The reader module of a format."""

    def read(self, archive: ZipFile) -> Iterator[ReadItem]:
        """The items in the package's order; hostile input costs a finding, never an exception.

        An archive is safe to read only through `formats.zip_entry`.
        """


@runtime_checkable
class SliceReader(Reader, Protocol):
    """A reader that can read some items of a package, so that several workers share it."""

    def item_names(self, archive: ZipFile) -> list[str]:
        """The names by which items can be read, in the package's order."""

    def read_entries(self, archive: ZipFile, names: Iterable[str]) -> Iterator[ReadItem]:
        """The items with these names."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format's name, titles, and the modules that do the work (imported when first used)."""

    name: str
    title: str
    module: str
    suffix: str = ".zip"
    keeps_markdown: bool = False  # texts are in the package as the author wrote them
    tells_options_by_text: bool = False  # in its statistics an option has no name but its text, less all markup

    @property
    def writer(self) -> Writer:
        """The writer module."""
        return cast(Writer, _module(f"{self.module}.writer"))

    @property
    def reader(self) -> Reader:
        """The reader module."""
        return cast(Reader, _module(f"{self.module}.reader"))

    @property
    def denied(self) -> Mapping[Feature, Denial]:
        """What the format cannot hold."""
        denied: Mapping[Feature, Denial] = _module(f"{self.module}.capabilities").DENIED
        return denied


_module = cache(import_module)  # asked for several times an item


@cache
def format_named(name: str) -> Format:
    """The format of that name in the list.

    Raises:
        KeyError: there is none.
    """
    from exambank.formats import FORMATS

    found: Format = import_module(FORMATS[name]).FORMAT
    return found
