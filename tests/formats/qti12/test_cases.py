"""An item in Markdown; beside it what Canvas gets, and what it does not get."""

from pathlib import Path

import pytest

from exambank.export.loss import losses
from exambank.formats.contract import Audience, Unit, format_named
from exambank.formats.feature import features, project
from exambank.model import from_syntax
from exambank.model.item import AnyItem
from exambank.source.read import read
from exambank.syntax.document import parse

CASES = Path(__file__).parent / "cases"
FORMAT = format_named("qti12")
PICTURES = {"cube.png": "media/0123456789abcdef0123456789abcdef.png"}


def authored(name: str) -> AnyItem:
    item, faults = from_syntax.item(parse(read(CASES, f"{name}.md")), {})
    assert item is not None, faults
    return item


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.md")))
def test_an_item_gives_its_golden(name: str, request: pytest.FixtureRequest) -> None:
    item = authored(name)
    gone = {feature for feature, denial in FORMAT.denied.items() if denial.is_dropped}
    made = FORMAT.writer.fragment(Unit(project(item, gone), None, PICTURES), Audience.INSTRUCTOR).parts["item"]
    lost = "".join(
        f"{loss.feature}: {loss.outcome}\n"
        for loss in losses("qti12", FORMAT.denied, features(item, None), item.id, name)
    )
    for suffix, text in ((".xml", made), (".losses.txt", lost)):
        golden = CASES / f"{name}{suffix}"
        if request.config.getoption("--update-goldens"):
            golden.write_text(text, "utf-8", newline="\n")
        assert text == golden.read_text("utf-8")


def test_no_golden_is_left_without_its_item() -> None:
    stems = {path.name.partition(".")[0] for path in CASES.iterdir()}
    assert stems == {path.stem for path in CASES.glob("*.md")}
