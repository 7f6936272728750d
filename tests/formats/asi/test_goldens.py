"""Items beside the documents that they become, and what a package of them all is: `cases` of each QTI version."""

from pathlib import Path

import pytest
from tests.conftest import UPDATE
from tests.formats.asi.packages import projected, written
from tests.strategies.items import PICTURES, rich

from exambank.export.loss import losses
from exambank.formats.contract import Audience, Unit, format_named
from exambank.formats.feature import features
from exambank.model import from_syntax
from exambank.model.stimulus import Stimulus
from exambank.source.read import read
from exambank.syntax import document

FOLDER = Path(__file__).parents[1]
NAMES = ("qti21", "qti22", "qti30")
CASES = [path for name in NAMES for path in sorted((FOLDER / name / "cases").glob("*.md"))]
STIMULUS = Stimulus(id="acme", text=rich("Acme sells anvils."))


def _unit(case: Path) -> Unit:
    item, bad = from_syntax.item(document.parse(read(case.parent, case.name)), {})
    assert item is not None, bad
    return Unit(item, STIMULUS if item.stimulus else None, PICTURES, item.objective)


def _compare(golden: Path, text: str, config: pytest.Config) -> None:
    if config.getoption(UPDATE):
        golden.write_text(text, "utf-8", newline="\n")
    assert golden.read_text("utf-8") == text


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.parent.name}-{case.stem}")
def test_item(case: Path, pytestconfig: pytest.Config) -> None:
    """The document, and what the format does not hold of the item."""
    format_ = format_named(case.parent.parent.name)
    unit = _unit(case)
    fragment = format_.writer.fragment(projected(unit, format_), Audience.INSTRUCTOR)
    _compare(case.with_suffix(".xml"), fragment.entries[0][1].decode(), pytestconfig)
    used = features(unit.item, unit.stimulus)
    lost = losses(format_.name, format_.denied, used, unit.item.id, case.name)
    _compare(case.with_suffix(".losses.txt"), "".join(f"{one.feature}: {one.outcome}\n" for one in lost), pytestconfig)


@pytest.mark.parametrize("name", NAMES)
def test_package(name: str, pytestconfig: pytest.Config) -> None:
    """The names of all files, the test and the manifest; for candidates, every document."""
    format_ = format_named(name)
    units = [projected(_unit(case), format_) for case in CASES if case.parent.parent.name == name]
    files = written(format_, units, Audience.INSTRUCTOR)
    listing = "".join(f"{path}\n" for path in files)
    shared = "".join(f"\n== {path}\n{files[path].decode()}" for path in ("assessment.xml", "imsmanifest.xml"))
    _compare(FOLDER / name / "package.txt", listing + shared, pytestconfig)
