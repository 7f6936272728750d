"""The banks that the yardstick reads, one reader a source format.

Each belongs to one half as a whole: rules are tuned on the open half, and the held-out half is looked at only as
figures. Both halves have banks of several sources and hands; the split was made by source and size, before any item
was read.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from tests.quality.bank_item import BankItem, Parts
from tests.quality.banks import (
    bold_answer,
    caret,
    details_correct_answer,
    details_heading_answer,
    gift,
    original,
    rexams,
)

Half = Literal["open", "held-out"]


@dataclass(frozen=True, slots=True)
class Bank:
    """A bank: its half, its language, and the bodies of its items, given the folder of the corpora."""

    name: str
    half: Half
    bodies: Callable[[Path], Iterator[str]]
    language: str = "en"
    is_original: bool = False

    def items(self, corpus: Path) -> Iterator[BankItem]:
        """Its items, numbered from 1."""
        for number, body in enumerate(self.bodies(corpus), 1):
            yield BankItem(self.name, number, body)


def _bodies(read: Callable[[Path], Iterator[Parts]], path: str, corpus: Path) -> Iterator[str]:
    return (parts.body for parts in read(corpus / path))


def _wild(name: str, half: Half, read: Callable[[Path], Iterator[Parts]], path: str, language: str = "en") -> Bank:
    return Bank(name, half, partial(_bodies, read, path), language)


def _original(subject: str, half: Half) -> Bank:
    return Bank(subject, half, lambda _: original.bodies(original.FOLDER / f"{subject}.md"), is_original=True)


WILD = (
    _wild("web-course", "open", gift.read, "gift-course"),
    _wild("web-course-unfinished", "open", gift.read_unfinished, "gift-course"),
    _wild("cloud", "open", details_correct_answer.read, "md-details-correct-answer"),
    _wild("video-games", "open", caret.read, "trivia-caret/video-games"),
    _wild("terraform", "held-out", bold_answer.read_many, "md-bold-answer/terraform"),
    _wild("github-actions", "held-out", bold_answer.read_many, "md-bold-answer/actions-source-material"),
    _wild("spark", "held-out", bold_answer.read_many, "md-bold-answer/databricks"),
    _wild("javascript", "held-out", details_heading_answer.read, "md-details-heading-answer/README.md"),
    _wild("brain-teasers", "held-out", caret.read, "trivia-caret/brain-teasers"),
    _wild("religion-faith", "held-out", caret.read, "trivia-caret/religion-faith"),
    _wild("statistics-de", "held-out", rexams.read, "rexams-rmd", "de"),
)
HELD_OUT_SUBJECTS = {"astronomy", "bookkeeping", "geography", "road-traffic"}
ORIGINAL = tuple(
    _original(subject, "held-out" if subject in HELD_OUT_SUBJECTS else "open") for subject in original.SUBJECTS
)
BANKS = {bank.name: bank for bank in (*WILD, *ORIGINAL)}
