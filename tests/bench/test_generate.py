"""What the benchmark's bank must be for its figures to mean something."""

import random
import re
from itertools import combinations
from pathlib import Path

import yaml
from tests.bench.generate import write_bank

NEAR = 0.80  # Jaccard of word 3-shingles from which items count as near duplicates
WORD = re.compile(r"\w+")
BODY_END = re.compile(r"^## ", re.MULTILINE)


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def item_texts(folder: Path) -> list[str]:
    """The texts of all items, in order of path."""
    return [path.read_text("utf-8") for path in sorted((folder / "items").rglob("*.md"))]


def shingles(text: str) -> set[tuple[str, ...]]:
    """Runs of three words in an item's stem and options."""
    body = BODY_END.split(text.split("---\n", 2)[2])[0]
    words = WORD.findall("\n".join(line for line in body.lower().splitlines() if not line.startswith("  >")))
    return set(zip(words, words[1:], words[2:], strict=False))


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    """Runs on different days measure the same bank."""
    write_bank(tmp_path / "a", 300, 1)
    write_bank(tmp_path / "b", 300, 1)
    write_bank(tmp_path / "c", 300, 2)
    assert files(tmp_path / "a") == files(tmp_path / "b")
    assert files(tmp_path / "a") != files(tmp_path / "c")


def test_a_larger_bank_begins_with_the_smaller_one(tmp_path: Path) -> None:
    """Growth is measured on more of the same items."""
    write_bank(tmp_path / "small", 100, 1)
    write_bank(tmp_path / "large", 200, 1)
    large = files(tmp_path / "large")
    assert all(large[path] == data for path, data in files(tmp_path / "small").items())


def test_as_many_items_as_asked_for_with_ids_of_their_own(tmp_path: Path) -> None:
    """Ids are unique, and all interactions and extras occur."""
    write_bank(tmp_path, 400, 1)
    texts = item_texts(tmp_path)
    ids = {yaml.safe_load(text.split("---\n")[1])["id"] for text in texts}
    assert len(texts) == len(ids) == 400
    joined = "\n".join(texts)
    for part in (
        "(Choose two.)",
        "- [x] True",
        "numeric",
        "short-text",
        "| --- |",
        "```ini",
        "$",
        "![",
        "stimulus: ",
    ):
        assert part in joined, part
    assert 1200 < len(joined) / 400 < 1600


def test_what_items_name_is_there_and_nothing_else(tmp_path: Path) -> None:
    """Stimuli and pictures are each named by some item, and all that are named exist."""
    write_bank(tmp_path, 400, 1)
    joined = "\n".join(item_texts(tmp_path))
    assert set(re.findall(r"media/([\w-]+\.png)", joined)) == {path.name for path in (tmp_path / "media").iterdir()}
    assert set(re.findall(r"^stimulus: (.+)$", joined, re.MULTILINE)) == {
        path.stem for path in (tmp_path / "stimuli").iterdir()
    }


def test_options_are_distinct_and_keys_as_many_as_the_stem_says(tmp_path: Path) -> None:
    """One key of at least two options, or two where the stem asks for two."""
    write_bank(tmp_path, 400, 1)
    for text in item_texts(tmp_path):
        options = re.findall(r"^- \[([ x])\] (.+)$", text, re.MULTILINE)
        assert len({option for _, option in options}) == len(options)
        if options:
            assert sum(mark == "x" for mark, _ in options) == (2 if "(Choose two.)" in text else 1), text


def test_no_two_items_of_a_sample_are_near_duplicates(tmp_path: Path) -> None:
    """The near-duplicate search finds a bank of clean items, as in a reviewed bank."""
    write_bank(tmp_path, 3000, 1)
    sample = [shingles(text) for text in random.Random(1).sample(item_texts(tmp_path), 600)]
    assert all(len(a & b) < NEAR * len(a | b) for a, b in combinations(sample, 2))


def test_a_single_choice_bank_holds_single_choice_alone(tmp_path: Path) -> None:
    """Peers are given what all of them can write."""
    write_bank(tmp_path, 200, 1, single_choice=True)
    texts = item_texts(tmp_path)
    assert all(len(re.findall(r"^- \[x\] ", text, re.MULTILINE)) == 1 for text in texts)
    assert not any("![" in text or "stimulus:" in text or "interaction:" in text for text in texts)
