"""What QTI 1.2 gives back of what was written, that it is valid, and that candidates' packages hold no key."""

from types import ModuleType

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.formats.asi.packages import asked, found, projected, reread, written
from tests.strategies.items import clozes, items, units_of_items, with_other_keys

from exambank.building.load import has_key
from exambank.formats.contract import Audience, Unit, format_named
from exambank.keys.audience import candidate_view
from exambank.model.identity import option_id
from exambank.model.interactions.choice import MultipleResponseItem, OptionItem
from exambank.model.interactions.cloze import ClozeItem
from exambank.model.item import AnyItem
from exambank.richtext.text import RichText

FORMAT = format_named("qti12")


def is_mixed(item: ClozeItem) -> bool:
    """Whether Canvas has no question for it."""
    return bool(item.dropdowns and item.text_gaps)


UNITS = units_of_items(of=items | clozes().filter(lambda item: not is_mixed(item)))
SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)


@SHARED
@given(UNITS)
def test_reading_gives_what_was_written(unit: Unit) -> None:
    """All that the format does not deny; what has no accepted answer left is not written."""
    unit = projected(unit, FORMAT)
    assume(has_key(unit.item) or isinstance(unit.item, MultipleResponseItem))
    (read,) = reread(FORMAT, written(FORMAT, [unit], Audience.INSTRUCTOR))
    assert found(read, FORMAT, Audience.INSTRUCTOR) == asked(unit, FORMAT, Audience.INSTRUCTOR)


@SHARED
@given(UNITS)
def test_candidates_packages_give_what_candidates_may_know(unit: Unit) -> None:
    unit = projected(Unit(candidate_view(unit.item), unit.stimulus, unit.pictures, unit.objective), FORMAT)
    (read,) = reread(FORMAT, written(FORMAT, [unit], Audience.CANDIDATE))
    assert found(read, FORMAT, Audience.CANDIDATE) == asked(unit, FORMAT, Audience.CANDIDATE)


@pytest.mark.parametrize("audience", list(Audience))
@SHARED
@given(unit=UNITS)
def test_assessment_and_manifest_are_valid(qti_validate: ModuleType, audience: Audience, unit: Unit) -> None:
    """By the schemas of 1EdTech."""
    files = written(FORMAT, [projected(unit, FORMAT)], audience)
    for name in ("assessment.xml", "imsmanifest.xml"):
        schema, problems = qti_validate.problems(files[name])
        assert problems == [], (name, schema)


@SHARED
@given(UNITS, st.data())
def test_other_keys_give_candidates_the_same_bytes(unit: Unit, data: st.DataObject) -> None:
    """Even where the writer is handed the keys."""
    item = unit.item
    other: AnyItem
    if isinstance(item, OptionItem):
        keys = data.draw(st.permutations([option.is_key for option in item.options]))
        turned = [o.model_copy(update={"is_key": key}) for o, key in zip(item.options, keys, strict=True)]
        other = item.model_copy(update={"options": tuple(turned), "rationale": None})
    elif isinstance(item, ClozeItem):
        other = with_other_keys(item)
    else:
        answers = tuple(one.model_copy(update={"feedback": None}) for one in item.answers[::-1])
        other = item.model_copy(update={"answers": answers})
    packages = [written(FORMAT, [Unit(one, unit.stimulus, unit.pictures)], Audience.CANDIDATE) for one in (item, other)]
    assert packages[0] == packages[1]


@given(UNITS)
@SHARED
def test_the_same_items_give_the_same_bytes(unit: Unit) -> None:
    unit = projected(unit, FORMAT)
    assert written(FORMAT, [unit], Audience.INSTRUCTOR) == written(FORMAT, [unit], Audience.INSTRUCTOR)


def test_scoring_and_the_order_of_writing_are_no_business_of_candidates() -> None:
    """Authors tend to write the key first."""
    texts = [RichText("One"), RichText("Two"), RichText("Three")]
    options = [{"id": option_id("q", text), "text": text, "is_key": n == 0} for n, text in enumerate(texts)]
    packages = [
        written(
            FORMAT,
            [
                Unit(
                    MultipleResponseItem.model_validate(
                        {"id": "q", "objective": "", "stem": texts[0], "options": shown, "scoring": scoring}
                    ),
                    None,
                    {},
                )
            ],
            Audience.CANDIDATE,
        )
        for shown, scoring in ((options, "all-or-nothing"), (options[::-1], "per-option"))
    ]
    assert packages[0] == packages[1]
