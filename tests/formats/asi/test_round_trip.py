"""What every QTI version that we write gives back, and that its files are valid."""

from types import ModuleType

import pytest
from hypothesis import HealthCheck, assume, given, settings
from tests.formats.asi.packages import asked, found, projected, reread, written
from tests.strategies.items import clozes, items, units_of_items

from exambank.building.load import has_key
from exambank.formats.contract import Audience, Format, Unit, format_named
from exambank.keys.audience import candidate_view
from exambank.model.interactions.cloze import ClozeItem

FORMATS = pytest.mark.parametrize("format_", [format_named(name) for name in ("qti21", "qti22", "qti30")], ids=str)
UNITS = units_of_items(of=items | clozes())
SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)


@FORMATS
@SHARED
@given(UNITS)
def test_reading_gives_what_was_written(format_: Format, unit: Unit) -> None:
    """All that the format does not deny."""
    unit = projected(unit, format_)
    assume(has_key(unit.item) or not isinstance(unit.item, ClozeItem))
    files = written(format_, [unit], Audience.INSTRUCTOR)
    (read,) = reread(format_, files)
    assert found(read, format_, Audience.INSTRUCTOR) == asked(unit, format_, Audience.INSTRUCTOR)


@FORMATS
@SHARED
@given(UNITS)
def test_candidates_packages_give_what_candidates_may_know(format_: Format, unit: Unit) -> None:
    unit = projected(Unit(candidate_view(unit.item), unit.stimulus, unit.pictures, unit.objective), format_)
    files = written(format_, [unit], Audience.CANDIDATE)
    (read,) = reread(format_, files)
    assert found(read, format_, Audience.CANDIDATE) == asked(unit, format_, Audience.CANDIDATE)


@pytest.mark.parametrize("audience", list(Audience))
@FORMATS
@SHARED
@given(UNITS)
def test_every_document_is_valid(qti_validate: ModuleType, format_: Format, audience: Audience, unit: Unit) -> None:
    """By the schemas of 1EdTech: items, test and manifest."""
    for name, data in written(format_, [projected(unit, format_)], audience).items():
        if name.endswith(".xml"):
            schema, problems = qti_validate.problems(data)
            assert problems == [], (name, schema)
