"""What a candidate may know of an item holds nothing of its key."""

import json
import random

import pytest
from tests.keys.test_digests import SOURCES, item

from exambank.formats.contract import Audience
from exambank.keys.audience import candidate_view
from exambank.model.interactions.choice import OptionItem
from exambank.model.interactions.cloze import ClozeItem, with_blanks
from exambank.model.validation import ITEM


@pytest.mark.parametrize("name", [name for name, text in SOURCES.items() if "- [x]" in text and "(#gap-" not in text])
def test_moving_the_key_changes_nothing_that_a_candidate_sees(name: str) -> None:
    before = item(SOURCES[name])
    assert isinstance(before, OptionItem)
    for seed in range(5):
        keys = [option.is_key for option in before.options]
        random.Random(seed).shuffle(keys)
        options = tuple(
            option.model_copy(update={"is_key": key, "feedback": None if key else option.feedback})
            for option, key in zip(before.options, keys, strict=True)
        )
        assert candidate_view(before.model_copy(update={"options": options})) == candidate_view(before)


@pytest.mark.parametrize("name", SOURCES)
def test_nothing_secret_is_left(name: str) -> None:
    text = SOURCES[name].replace(
        "status: approved", 'status: approved\nsuppress: [{code: KEY004, reason: "the key is B"}]'
    )
    shown = json.loads(ITEM.dump_json(candidate_view(item(text + "\n## Notes\n\nThe key is known.\n"))))
    secret = ("rationale", "notes", "difficulty")
    assert [shown[field] for field in secret] == [None, None, None]
    assert shown["suppress"] == []
    gaps = shown.get("gaps", [])
    assert [gap["answers"] for gap in gaps] == [[] for _ in gaps]
    if gaps:
        assert [words for words in ("(b)", "vapour", "steam", "begins") if words in json.dumps(shown)] == []
    for option in (*shown.get("options", []), *(option for gap in gaps for option in gap["options"])):
        assert (option["is_key"], option["share"], option["feedback"]) == (False, None, None)
    for answer in shown.get("answers", []):
        assert {field: value for field, value in answer.items() if value not in (None, False)}.keys() <= {"unit"}


@pytest.mark.parametrize("name", SOURCES)
def test_what_candidates_see_stays(name: str) -> None:
    before = item(SOURCES[name])
    after = candidate_view(before)
    stem = with_blanks(before.stem) if isinstance(before, ClozeItem) else before.stem
    assert (after.id, after.stem, after.hint, after.points, after.stimulus) == (
        before.id, stem, before.hint, before.points, before.stimulus,
    )  # fmt: skip
    if isinstance(before, ClozeItem):
        assert isinstance(after, ClozeItem)
        offered = [(gap.id, sorted((one.id, one.text) for one in gap.options)) for gap in before.gaps]
        assert [(gap.id, [(one.id, one.text) for one in gap.options]) for gap in after.gaps] == offered
    if isinstance(before, OptionItem):
        assert isinstance(after, OptionItem)
        shown = [(option.id, option.text) for option in before.options]
        if before.shuffle:
            shown.sort(key=lambda pair: pair[0])  # the order in the file may tell of the key
        assert [(option.id, option.text) for option in after.options] == shown


def test_units_stay_sorted_and_once() -> None:
    text = SOURCES["water-measures-001"].replace("- 2000 ± 5 litres", "- 2 m³\n- 2000 litres\n- [1, 2] litres")
    view = candidate_view(item(text))
    assert [answer.unit for answer in view.answers] == ["litres", "m³"]  # type: ignore[union-attr]  # a numeric item


def test_there_are_two_audiences() -> None:
    assert [str(audience) for audience in Audience] == ["instructor", "candidate"]
