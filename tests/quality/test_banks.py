"""The readers of banks: what they must find, and that nothing of a bank is in the repository."""

from collections import Counter
from pathlib import Path

import pytest
from tests.quality.bank_item import Parts
from tests.quality.banks import BANKS, ORIGINAL, Bank
from tests.quality.examined import ExaminedItem
from tests.quality.sample import drawn, read_sample

COUNTS = {  # shared/corpus/SOURCE.txt of each, less what is no multiple choice of three options or more
    "web-course": 11,
    "web-course-unfinished": 231,
    "cloud": 249,
    "video-games": 456,
    "terraform": 39,
    "github-actions": 100,
    "spark": 100,
    "javascript": 155,
    "brain-teasers": 161,
    "religion-faith": 520,
    "statistics-de": 18,
}


@pytest.mark.parametrize("name", COUNTS)
def test_a_wild_bank_is_read_whole(corpus: Path, name: str) -> None:
    assert sum(1 for _ in BANKS[name].items(corpus)) == COUNTS[name]


def test_nearly_all_that_is_read_has_a_model(corpus: Path, examined_items: list[ExaminedItem]) -> None:
    """Left out: eight whose options are all keys, or of which one is empty, and two that stand twice."""
    read = Counter(bank.name for bank in BANKS.values() for _ in bank.items(corpus))
    seen = Counter(item.bank for item in examined_items)
    assert (read - seen).total() <= 10


@pytest.mark.parametrize("bank", ORIGINAL, ids=lambda bank: bank.name)
def test_an_original_subject_has_forty_items(bank: Bank) -> None:
    assert sum(1 for _ in bank.items(Path())) == 40


def test_both_halves_weigh_the_same_in_the_sample(examined_items: list[ExaminedItem]) -> None:
    sample = read_sample()
    halves = [BANKS[item.bank].half for item in examined_items if item.digest in sample]
    assert len(halves) == len(sample) >= 490
    assert abs(halves.count("open") - halves.count("held-out")) <= 10


def test_nothing_is_drawn_twice(examined_items: list[ExaminedItem]) -> None:
    assert drawn(examined_items, read_sample()) == {}


def test_a_list_in_the_stem_is_not_taken_for_options() -> None:
    parts = Parts("Facts:\n- one\n\n```\n- code\n```", (("yes", True), ("line\nline", False)), "Why.")
    assert parts.body == (
        "Facts:\n* one\n\n```\n- code\n```\n\n- [x] yes\n- [ ] line\n  line\n\n## Rationale\n\nWhy.\n"
    )
