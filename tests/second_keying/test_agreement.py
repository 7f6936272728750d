"""An answer agrees with a key when it is the key, or what the key accepts."""

from collections.abc import Sequence
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from tests.keys.test_digests import item
from tests.second_keying.test_sheet import TEXTS, choice
from tests.strategies.items import numerics

from exambank.model.interactions.choice import MultipleResponseItem
from exambank.model.interactions.cloze import ClozeItem
from exambank.model.interactions.numeric import NumericItem, read_answer, write_number
from exambank.model.interactions.short_text import ShortTextItem, TextAnswer
from exambank.model.interactions.short_text import read_answer as read_text_answer
from exambank.richtext.text import RichText
from exambank.second_keying.agreement import UnreadableAnswerError, UntriedPatternError, agrees

STEM = RichText("How many?")


def number(*answers: str) -> NumericItem:
    read = [read_answer(answer) for answer in answers]
    return NumericItem.model_validate({"id": "a-b", "objective": "x.y", "stem": STEM, "answers": read})


def text(*answers: str, case: str = "ignore") -> ShortTextItem:
    read = [TextAnswer(**fields) for fields in map(read_text_answer, answers)]  # type: ignore[arg-type]
    values: dict[str, Any] = {"id": "a-b", "objective": "x.y", "stem": STEM, "answers": read, "case": case}
    return ShortTextItem.model_validate(values)


def test_the_keyed_options_and_no_others() -> None:
    options = choice(TEXTS).options
    keyed = tuple(one.model_copy(update={"is_key": place < 2}) for place, one in enumerate(options))
    item = MultipleResponseItem(id="a-b", objective="x.y", stem=STEM, options=keyed)
    key = {options[0].id, options[1].id}
    for count in range(1, 5):
        for chosen in combinations([one.id for one in options], count):
            assert agrees(item, (frozenset(chosen),)) is (set(chosen) == key)


@pytest.mark.parametrize(
    ("answers", "written", "is_match"),
    [
        (("5000",), "5,000", True),
        (("5000",), "5000.0", True),
        (("5000",), "5e3", True),
        (("5000",), "4999", False),
        (("−5",), "-5", True),
        (("5",), "٥", True),
        (("100 ± 5",), "105", True),
        (("100 ± 5",), "105.001", False),
        (("100 ± 5%",), "95", True),
        (("[1, 2]",), "2", True),
        (("[1, 2]",), "2.1", False),
        (("3.14 (3 sf)",), "3.1416", True),
        (("3.14 (3 sf)",), "3.15", False),
        (("5 km",), "5", True),
        (("5 km",), "5 km", True),
        (("5 km",), "5km", True),
        (("10 %",), "10%", True),
        (("5 km", "5000 m"), "5000 m", True),
        (("5 km", "5000 m"), "5 m", False),
        (("5", "5000 m"), "5", True),
        (("5", "5000 m"), "5000", False),
    ],
)
def test_a_number_within_what_is_accepted(answers: Sequence[str], written: str, is_match: bool) -> None:
    assert agrees(number(*answers), (written,)) is is_match


@pytest.mark.parametrize(
    ("answers", "written", "said"),
    [
        (("5",), "five", "is no number"),
        (("5",), "3,5", "is no number"),
        (("5",), "5 or 6", "not in a unit"),
        (("5",), "5 km", "not in a unit"),
        (("5 km", "5000 m"), "5", "not in a unit"),
        (("5 km",), "5 miles", "not in a unit"),
        (("5",), "5e", "not in a unit"),
        (("5",), "1e9999", "not in a unit"),
    ],
)
def test_what_is_no_number_is_told(answers: Sequence[str], written: str, said: str) -> None:
    with pytest.raises(UnreadableAnswerError, match=said):
        agrees(number(*answers), (written,))


@given(numerics())
def test_every_accepted_bound_agrees(item: NumericItem) -> None:
    for answer in item.answers:
        for bound in answer.bounds():
            assert agrees(item, (f"{write_number(bound)} {answer.unit or ''}",))


@pytest.mark.parametrize(
    ("answers", "case", "written", "is_match"),
    [
        (("water", "H2O"), "ignore", "WATER", True),
        (("water", "H2O"), "exact", "Water", False),
        (("water", "H2O"), "exact", "H2O", True),
        (("ice cream",), "ignore", "ice  cream", True),
        (("naïve",), "ignore", "nai\u0308ve", True),
        (("Straße",), "ignore", "STRASSE", True),
        (("水",), "ignore", "水", True),
        (("水",), "ignore", "氷", False),
        (("/colou?r/",), "ignore", "Color", True),
        (("/colou?r/",), "exact", "Color", False),
        (("/colou?r/",), "ignore", "colors", False),
        (("c.lour",), "ignore", "colour", False),
    ],
)
def test_a_text_that_is_accepted(answers: Sequence[str], case: str, written: str, is_match: bool) -> None:
    assert agrees(text(*answers, case=case), (written,)) is is_match


CLOZE = """---
id: a-b
objective: x.y
status: draft
interaction: cloze
---

Water boils at [____](#gap-a) and is [____](#gap-b).

## Gap a

- [x] 100 °C
- [ ] 90 °C

## Gap b

- wet
- /moist(ened)?/
"""


@pytest.mark.parametrize(
    ("chosen", "written", "is_match"),
    [(0, "Wet", True), (0, "moistened", True), (1, "wet", False), (0, "dry", False), (1, "dry", False)],
)
def test_a_cloze_agrees_in_all_its_gaps(chosen: int, written: str, is_match: bool) -> None:
    one = item(CLOZE)
    assert isinstance(one, ClozeItem)
    option = one.gaps[0].options[chosen]
    assert agrees(one, (frozenset({option.id}), written)) is is_match


@pytest.mark.parametrize("pattern", ["/(a+)+b/", "/a(/"])
def test_a_pattern_that_cannot_be_tried_says_nothing(pattern: str) -> None:
    with pytest.raises(UntriedPatternError):
        agrees(text(pattern), ("a" * 40,))
    assert agrees(text(pattern, "a" * 40), ("a" * 40,)), "where a text is accepted, no pattern is asked"
