"""No candidate package carries a key: whichever options are keys, its bytes are the same."""

import random
import re
from pathlib import Path

from tests.building.conftest import packages
from tests.small_bank import GAP_ITEMS, accept_all, write_items

from exambank.building.order import Order
from exambank.building.run import run
from exambank.formats import FORMATS
from exambank.formats.contract import Audience

MARK = re.compile(r"^- \[([ x])\]", re.MULTILINE)
SECTION = re.compile(r"^(?=## )", re.MULTILINE)
ANSWERS = {
    "2000 ± 5 litres": "1234 ± 7 litres",
    "- water\n- H2O": "- vinegar\n- /acid/",
    "- 100\n- /1[0]{2}/": "- 90",
    "[(b)]": "[vapour]",
    "- steam\n": "- ice\n- water\n",
    "(60%)": "(55%)",
    "(40%)": "(45%)",
}


def permute_keys(root: Path, seed: int) -> int:
    """Moves the keys of every item to other options, and writes other answers; returns how many files changed."""
    chance = random.Random(seed)
    changed = 0
    for path in sorted(root.rglob("items/**/*.md")):
        text = path.read_text("utf-8")
        new = "".join(permuted(part, chance) for part in SECTION.split(text))  # a gap's key stays in its section
        for old, other in ANSWERS.items():
            new = new.replace(old, other)
        path.write_text(new, "utf-8")
        changed += new != text
    accept_all(root)
    return changed


def permuted(text: str, chance: random.Random) -> str:
    """The text with its marks in another order, if there is one."""
    marks = MARK.findall(text)
    shuffled = marks
    while len(set(marks)) > 1 and shuffled == marks:
        shuffled = chance.sample(marks, len(marks))
    return remarked(text, shuffled)


def remarked(text: str, marks: list[str]) -> str:
    """The text with these marks in place of its own."""
    left = iter(marks)
    return MARK.sub(lambda _: f"- [{next(left)}]", text)


def candidate_packages(root: Path, out: Path) -> dict[str, bytes]:
    built = run(Order(root, out, tuple(FORMATS), Audience.CANDIDATE, use_cache=False))
    assert not built.findings, built.findings
    return packages(out)


def test_permuting_all_keys_changes_no_byte_of_a_candidate_package(bank: Path, tmp_path: Path) -> None:
    write_items(bank, GAP_ITEMS)
    accept_all(bank)
    before = candidate_packages(bank, tmp_path / "before")
    assert permute_keys(bank, 1) == 10
    after = candidate_packages(bank, tmp_path / "after")
    assert sorted(before) == sorted(after)
    assert [name for name in before if before[name] != after[name]] == []


def test_permuting_all_keys_changes_every_instructor_package(bank: Path, tmp_path: Path) -> None:
    write_items(bank, GAP_ITEMS)
    accept_all(bank)
    run(Order(bank, tmp_path / "before", tuple(FORMATS), use_cache=False))
    permute_keys(bank, 1)
    run(Order(bank, tmp_path / "after", tuple(FORMATS), use_cache=False))
    before, after = packages(tmp_path / "before"), packages(tmp_path / "after")
    assert [name for name in before if before[name] == after[name]] == []
