"""Items that are alike find each other, whatever else the bank holds, and in time that grows with the bank alone."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bench.planted import bench_texts, planted

from exambank.check import sketch
from exambank.check.sketch import NEAREST, likeness, nearest, sketch_of, triples, words_of

ITEMS, COPIES, RECALL = 1500, 1000, 0.995
TEXT = "A buyer says that the offer is fair. What comes first, and what comes after that?"


def test_planted_copies_are_found() -> None:
    """Of copies that are alike by four fifths, of all sizes of items, with one to eight words changed."""
    texts = [shown for shown, _ in bench_texts(ITEMS, seed=20261126)]
    texts += [tuple(text[: len(text) // 3] for text in shown) for shown in texts]
    copies = planted(texts, COPIES, seed=7)
    others = dict(nearest([sketch_of(triples(one)) for one in (*texts, *(copy for _, copy in copies))]))
    hits = sum(number in others.get(len(texts) + at, ()) for at, (number, _) in enumerate(copies))
    assert hits >= RECALL * COPIES


def test_what_is_not_alike_is_hardly_looked_at() -> None:
    """The bench bank, made of a few hundred phrases, has no near-duplicates; looks stay below one an item."""
    texts = [shown for shown, _ in bench_texts(ITEMS, seed=20261126)]
    looks = sum(len(others) for _, others in nearest([sketch_of(triples(one)) for one in texts]))
    assert looks < ITEMS


def test_a_bank_of_copies_costs_so_many_looks_an_item() -> None:
    """All alike, which would be half a million pairs of a thousand."""
    copies = [sketch_of(triples([f"{TEXT} {TEXT} {TEXT} {number}"])) for number in range(1000)]
    found = dict(nearest(copies))
    assert len(found) > 900
    assert all(len(others) <= NEAREST for others in found.values())


def test_lots_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    """A large bank's marks are counted in lots."""
    sketches = [sketch_of(triples([f"{TEXT} {TEXT} {number // 3} {number}"])) for number in range(60)]
    before = list(nearest(sketches))
    monkeypatch.setattr(sketch, "LOT", 10)
    assert list(nearest(sketches)) == before != []


def test_the_sketch_is_the_same_in_every_process() -> None:
    """Facts are kept from run to run, and made by several processes."""
    program = f"from exambank.check.sketch import *; print(sketch_of(triples([{TEXT!r}])).hex())"
    given_seeds = [{**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2")]
    found = {
        subprocess.run([sys.executable, "-c", program], env=env, check=True, capture_output=True, text=True).stdout
        for env in given_seeds
    }
    assert found == {sketch_of(triples([TEXT])).hex() + "\n"}


@given(st.lists(st.sets(st.integers(1, 2**63 - 1), max_size=60), max_size=6))
def test_equal_sets_find_each_other_and_nobody_itself(sets: list[set[int]]) -> None:
    found = dict(nearest([sketch_of(one) for one in [*sets, *sets]]))
    for number, one in enumerate(sets):
        if one:
            assert number in found[number + len(sets)]
    assert all(other < number for number, others in found.items() for other in others)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Which of these — A, *b* or `c`?", ["which", "of", "these", "a", "b", "or", "c"]),
        ("次に何を?", ["次", "に", "何", "を"]),
        ("100円 or 100", ["100", "円", "or", "100"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_likeness() -> None:
    assert likeness({1, 2, 3, 4}, {1, 2, 3, 5}) == pytest.approx(3 / 5)
