"""Writes QTI 2.2."""

from collections.abc import Iterable, Iterator

from exambank.formats.asi import item
from exambank.formats.asi import package as whole
from exambank.formats.contract import Audience, Fragment, Frame, Unit
from exambank.formats.qti22.vocabulary import VOCABULARY


def fragment(unit: Unit, audience: Audience) -> Fragment:
    """One item's file, and its lines in the manifest and the test."""
    return item.fragment(VOCABULARY, unit, audience)


def package(frame: Frame, fragments: Iterable[Fragment]) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The package's files in order."""
    return whole.package(VOCABULARY, frame, fragments)
