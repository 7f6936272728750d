"""What exambank's own package gives back, that it is of its schema, and that candidates' packages hold no key."""

import json
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.formats.asi.packages import asked, found, projected, reread, written
from tests.strategies.items import clozes, items, units_of_items, with_other_keys

from exambank.formats.bank_json.schema import package_schema
from exambank.formats.contract import Audience, Unit, format_named
from exambank.keys.audience import candidate_view
from exambank.model.interactions.choice import OptionItem
from exambank.model.interactions.cloze import ClozeItem
from exambank.model.interactions.numeric import NumericItem
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus
from exambank.model.texts import texts_of
from exambank.richtext.markdown import markdown, reads_back
from exambank.richtext.text import RichText

FORMAT = format_named("json")
SHARED = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)


def authored(unit: Unit) -> Unit:
    """The unit with texts as an author may write them: from Markdown, not from any tree."""
    item = type(unit.item).model_validate(unit.item.model_dump())
    stimulus = unit.stimulus and Stimulus.model_validate(unit.stimulus.model_dump())
    return Unit(item, stimulus, unit.pictures, unit.objective)


def is_sayable(unit: Unit) -> bool:
    """Whether canonical Markdown says all texts, which `projected` writes anew; a package has them as authored."""
    texts = [*texts_of(unit.item), *([unit.stimulus.text] if unit.stimulus else [])]
    return all(reads_back(markdown(text.tree), text.tree) for text in texts)


units = units_of_items(of=items | clozes()).map(authored).filter(is_sayable)


@SHARED
@given(units)
def test_reading_gives_what_was_written(unit: Unit) -> None:
    unit = projected(unit, FORMAT)
    (read,) = reread(FORMAT, written(FORMAT, [unit], Audience.INSTRUCTOR))
    assert found(read, FORMAT, Audience.INSTRUCTOR) == asked(unit, FORMAT, Audience.INSTRUCTOR)


@SHARED
@given(units)
def test_candidates_packages_give_what_candidates_may_know(unit: Unit) -> None:
    unit = projected(Unit(candidate_view(unit.item), unit.stimulus, unit.pictures, unit.objective), FORMAT)
    (read,) = reread(FORMAT, written(FORMAT, [unit], Audience.CANDIDATE))
    assert found(read, FORMAT, Audience.CANDIDATE) == asked(unit, FORMAT, Audience.CANDIDATE)


@cache
def validator() -> Any:
    return Draft202012Validator(package_schema())


@pytest.mark.parametrize("audience", list(Audience))
@SHARED
@given(unit=units)
def test_the_document_is_of_the_published_schema(audience: Audience, unit: Unit) -> None:
    document = json.loads(written(FORMAT, [unit], audience)["bank.json"])
    assert list(validator().iter_errors(document)) == []


@SHARED
@given(units, st.data())
def test_other_keys_give_candidates_the_same_bytes(unit: Unit, data: st.DataObject) -> None:
    """Even where the writer is handed the keys."""
    item = unit.item
    other: AnyItem
    if isinstance(item, OptionItem):
        keys = data.draw(st.permutations([option.is_key for option in item.options]))
        turned = [o.model_copy(update={"is_key": key}) for o, key in zip(item.options, keys, strict=True)]
        other = item.model_copy(update={"options": tuple(turned), "rationale": None, "difficulty": 0.1})
    elif isinstance(item, ClozeItem):
        other = with_other_keys(item)
    else:
        answers = tuple(one.model_copy(update={"feedback": None}) for one in item.answers[::-1])
        other = item.model_copy(update={"answers": answers})
    packages = [written(FORMAT, [Unit(one, unit.stimulus, unit.pictures)], Audience.CANDIDATE) for one in (item, other)]
    assert packages[0] == packages[1]


def numeric(**answer: object) -> NumericItem:
    return NumericItem.model_validate(
        {"id": "q", "objective": "a.b", "stem": RichText("How many?"), "answers": [answer]}
    )


@pytest.mark.parametrize("text", ["0.1", "12", "3.00000000000000000001", "1e30", "1e-400", "9007199254740993"])
def test_numbers_are_kept_to_the_last_digit(text: str) -> None:
    """JSON numbers where they are exact in every reader, else strings."""
    unit = Unit(numeric(value=Decimal(text)), None, {})
    files = written(FORMAT, [unit], Audience.INSTRUCTOR)
    (read,) = reread(FORMAT, files)
    assert isinstance(read.item, NumericItem)
    assert read.item.answers[0].value == Decimal(text)
    number = json.loads(files["bank.json"])["items"][0]["answers"][0]["value"]
    assert isinstance(number, str) == (len(text) > 6 or "e-" in text or text == "1e30")


def test_what_authors_note_is_in_no_package() -> None:
    item = numeric(value=1).model_copy(update={"notes": RichText("a secret remark")})
    for audience in Audience:
        assert b"secret" not in written(FORMAT, [Unit(item, None, {})], audience)["bank.json"]


def test_a_stimulus_of_several_items_is_written_once() -> None:
    stimulus = Stimulus(id="log", text=RichText("A *log*."))
    items = [numeric(value=1).model_copy(update={"id": f"q-{n}", "stimulus": "log"}) for n in range(3)]
    files = written(FORMAT, [Unit(one, stimulus, {}) for one in items], Audience.INSTRUCTOR)
    assert files["bank.json"].count(b"A *log*.") == 1
    assert [read.stimulus.text.source for read in reread(FORMAT, files) if read.stimulus] == ["A *log*."] * 3


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("![x](a.png) and [a.png](a.png)", "![x](media/1.png) and [a.png](a.png)"),
        ("![x](<a.png> 'title') `![x](a.png)`", "![x](<media/1.png> 'title') `![x](a.png)`"),
        ("no picture, (a.png)", "no picture, (a.png)"),
        ("![x](other.png)", "![x](other.png)"),
    ],
)
def test_pictures_are_renamed_and_nothing_else(source: str, wanted: str) -> None:
    from exambank.formats.bank_json.pictures import packaged_source
    from exambank.richtext.rewrite import rewritten

    names = {"a.png": "media/1.png"}
    made = packaged_source(RichText(source), names)
    assert rewritten(RichText(made).tree, str) == rewritten(RichText(wanted).tree, str)
