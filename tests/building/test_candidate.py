"""No candidate package carries a key: whichever options are keys, its bytes are the same."""

import random
import re
from pathlib import Path

from tests.building.conftest import packages
from tests.small_bank import accept_all

from exambank.building.order import Order
from exambank.building.run import run
from exambank.formats import FORMATS
from exambank.formats.contract import Audience

MARK = re.compile(r"^- \[([ x])\]", re.MULTILINE)
ANSWERS = {
    "2000 ± 5 litres": "1234 ± 7 litres",
    "- water\n- H2O": "- vinegar\n- /acid/",
    "(60%)": "(55%)",
    "(40%)": "(45%)",
}


def permute_keys(root: Path, seed: int) -> int:
    """Moves the keys of every item to other options, and writes other answers; returns how many files changed."""
    chance = random.Random(seed)
    changed = 0
    for path in sorted(root.rglob("items/**/*.md")):
        text = path.read_text("utf-8")
        marks = MARK.findall(text)
        shuffled = marks
        while len(set(marks)) > 1 and shuffled == marks:
            shuffled = chance.sample(marks, len(marks))
        new = remarked(text, shuffled)
        for old, other in ANSWERS.items():
            new = new.replace(old, other)
        path.write_text(new, "utf-8")
        changed += new != text
    accept_all(root)
    return changed


def remarked(text: str, marks: list[str]) -> str:
    """The text with these marks in place of its own."""
    left = iter(marks)
    return MARK.sub(lambda _: f"- [{next(left)}]", text)


def candidate_packages(root: Path, out: Path) -> dict[str, bytes]:
    built = run(Order(root, out, tuple(FORMATS), Audience.CANDIDATE, use_cache=False))
    assert not built.findings, built.findings
    return packages(out)


def test_permuting_all_keys_changes_no_byte_of_a_candidate_package(bank: Path, tmp_path: Path) -> None:
    before = candidate_packages(bank, tmp_path / "before")
    assert permute_keys(bank, 1) == 8
    after = candidate_packages(bank, tmp_path / "after")
    assert sorted(before) == sorted(after)
    assert [name for name in before if before[name] != after[name]] == []


def test_permuting_all_keys_changes_every_instructor_package(bank: Path, tmp_path: Path) -> None:
    run(Order(bank, tmp_path / "before", tuple(FORMATS), use_cache=False))
    permute_keys(bank, 1)
    run(Order(bank, tmp_path / "after", tuple(FORMATS), use_cache=False))
    before, after = packages(tmp_path / "before"), packages(tmp_path / "after")
    assert [name for name in before if before[name] == after[name]] == []
