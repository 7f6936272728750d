"""The examples that docs/format.md points at are a bank without findings, in canonical form, of every interaction."""

from pathlib import Path

import pytest

from exambank.building.order import Order
from exambank.building.run import run
from exambank.check.run import check_bank
from exambank.formats import FORMATS
from exambank.formatting import formatted
from exambank.model.from_syntax import interaction_of
from exambank.model.item import INTERACTIONS
from exambank.source.read import read
from exambank.syntax.document import parse

EXAMPLES = Path(__file__).parent.parent / "examples"
FILES = sorted(path.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.rglob("*.md"))


def test_there_is_an_example_of_every_interaction() -> None:
    shown = {interaction_of(parse(read(EXAMPLES, path))) for path in FILES if path.startswith("items/")}
    assert shown == set(INTERACTIONS)


def test_check_finds_nothing() -> None:
    assert check_bank(EXAMPLES, use_cache=False).findings == ()


@pytest.mark.parametrize("path", FILES)
def test_the_example_is_in_canonical_form(path: str) -> None:
    data = (EXAMPLES / path).read_bytes()
    assert formatted(path, data).text == data.decode()


def test_every_target_holds_the_examples(tmp_path: Path) -> None:
    built = run(Order(EXAMPLES, tmp_path / "out", tuple(FORMATS), use_cache=False))
    assert built.findings == ()
    assert [loss.target for loss in built.losses if loss.feature == "gaps to type into beside dropdowns"] == ["qti12"]
    assert {package.target: package.items for package in built.packages} == {
        target: 6 if target == "qti12" else 7  # Canvas holds no gaps of two kinds in one item
        for target in FORMATS
    }
