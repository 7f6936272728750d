"""Where the plain reader makes a model, pydantic makes the same."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from exambank.model.bank import Bank
from exambank.model.base import Frozen
from exambank.model.blueprint import Blueprint
from exambank.model.check_settings import CheckSettings
from exambank.model.form import Form
from exambank.model.item import INTERACTIONS
from exambank.model.plain_values import plain
from exambank.model.statistics import ItemStatistics, Statistics
from exambank.model.stimulus import Stimulus
from exambank.model.validation import validated
from exambank.richtext.text import RichText

TEXT = RichText("What *comes* first?")
OPTIONS: list[dict[str, Any]] = [
    {"id": "oa", "text": TEXT, "is_key": True, "feedback": TEXT},
    {"id": "ob", "text": TEXT, "is_key": False, "share": Decimal(-50)},
]
BASE: dict[str, Any] = {
    "id": "a-1", "version": 2, "title": "Zürich", "objective": "a.b", "cognitive": "apply", "difficulty": 0.5,
    "status": "review", "points": 1.5, "lang": "de-CH", "stimulus": "s-1", "order": 3, "enemies": ["b-1", "c-2"],
    "variants": ["d-4"],
    "references": [{"source": "Book", "at": "p. 3", "checked": "2026-01-02"}], "author": "N. N.", "tags": ["x"],
    "time": "90 s", "suppress": [{"code": "STM001", "reason": "asked so"}], "house": {"x-a": [1, None]}, "stem": TEXT,
    "rationale": TEXT, "hint": TEXT, "notes": TEXT,
}  # fmt: skip
FIGURES: dict[str, Any] = {
    "key": "0" * 64, "text": "f" * 64, "n": 240, "facility": 0.5, "discrimination": -0.1, "omitted": 0.02,
    "options": {"o0123456789": {"share": 0.5, "r": 0.3, "top": 1}},
}  # fmt: skip
WHOLE: list[tuple[type[Frozen], dict[str, Any]]] = [
    *(
        (INTERACTIONS[name], {**BASE, "interaction": name, "options": OPTIONS, "scoring": "per-option"})
        for name in ("choice", "multiple-response", "true-false")
    ),
    (
        INTERACTIONS["numeric"],
        {**BASE, "interaction": "numeric", "answers": [{"value": 5, "tolerance": 0.1, "figures": 2, "unit": "kg"}]},
    ),
    (INTERACTIONS["short-text"], {**BASE, "interaction": "short-text", "answers": [{"text": "x"}], "case": "exact"}),
    (Stimulus, {"id": "s-1", "kind": "stimulus", "title": "T", "status": "draft", "lang": "en", "text": TEXT}),
    (
        Bank,
        {
            "format": 1, "id": "b", "title": "T", "version": "1.0.0-a", "defaults": {"points": 2, "shuffle": False},
            "cognitive_levels": ["recall"], "targets": ["json"],
            "glossary": {"KPI": "key figure"}, "house_words": {"customer": "client"},
            "check": {
                "ignore": ["STM", {"rule": "OPT001", "reason": "so"}], "preview": True, "severity": {"STM": "info"},
                "limits": {"longest-key": {"ratio": 1.5}}, "per_path": {"a/*": {"ignore": ["STM"]}},
            },
        },
    ),
    (
        Form,
        {
            "format": 1, "id": "f", "title": "T", "status": "published", "bank": "1.0.0", "blueprint": "1",
            "solver": {"name": "s", "version": "1", "seed": 7}, "stimuli": [{"id": "s-1@2", "digest": "0" * 64}],
            "items": [{"id": "a-1@10", "digest": "f" * 64, "slot": "pilot", "anchor": True}],
        },
    ),
    (
        Blueprint,
        {
            "title": "T", "version": "1", "form": {"length": 10, "scored": 8, "pilot": 2, "cut_score": 66.5},
            "cognitive": {"shares": {"recall": 25, "apply": 75.0}, "tolerance": 5},
            "fees": {"exam": 1}, "domains": [
                {"id": "d", "title": "D", "weight": 100, "objectives": [{"id": "d.a", "title": "A"}]}
            ],
        },
    ),
    (ItemStatistics, FIGURES),
    (Statistics, {"format": 1, "items": {"a-1@2": FIGURES}}),
]  # fmt: skip
ODD: list[Any] = [
    None, True, False, 0, 1, -1, 2, 10**400, 0.5, 1.0, -0.0, 1e300, float("nan"), float("inf"), Decimal("1.50"), "",
    "a", "a\n", "a-1\n", "A", "1", "true", "2026-01-02", "2026-02-30", "90 s", "1.0.0\n", "\ud800", "é", "٣", "a" * 600,
    "de-CH", "per-option", "exact", "choice", "info", date(2026, 1, 2), datetime(2026, 1, 2, tzinfo=UTC),
    [], {}, [1], ["a", "a"],
    ["a", 1], ("a",), {"a": 1}, {1: "a"}, {"source": "x"}, [{"source": ""}], [{"source": "x", "z": 1}], [OPTIONS[0]],
    [OPTIONS[0]] * 3, TEXT, [{"text": "x"}] * 2, {"length": 3, "scored": 3, "pilot": 1}, {"ignore": [{"rule": "x"}]},
    {"severity": {"STM": "grave"}}, {"points": 0}, {"points": "1"}, b"x", 1j, {"a"},
    [{"id": "a@1", "digest": "0" * 64}] * 2, [{"id": "a@1\n", "digest": "0" * 64}], [{"id": "a@0", "digest": "0" * 64}],
    {"shares": {}}, {"shares": {"recall": -1}}, {"shares": {"recall": "5"}},
    {"a": "b c", "b": "d"}, {"a ": "b"}, {"a": "\u3000b"}, {"a": "b"}, {"": "b"},
]  # fmt: skip


def both(model: type[Frozen], values: Any) -> tuple[Frozen | None, Frozen | None]:
    """What the plain reader makes of the values, and what pydantic makes."""
    try:
        full = validated(model, values)
    except (ValidationError, ValueError):
        full = None
    return plain(model, values), full


@pytest.mark.parametrize(("model", "values"), WHOLE)
def test_whole_values_are_plain(model: type[Frozen], values: dict[str, Any]) -> None:
    found, full = both(model, values)
    assert found is not None
    assert repr(found) == repr(full)


@pytest.mark.parametrize(("model", "values"), WHOLE)
@pytest.mark.parametrize("odd", ODD, ids=lambda value: repr(value)[:30])
def test_each_field_with_each_odd_value(model: type[Frozen], values: dict[str, Any], odd: Any) -> None:
    for name in [*model.__struct_fields__, "unknown"]:
        found, full = both(model, {**values, name: odd})
        assert found is None or repr(found) == repr(full), name


@pytest.mark.parametrize(("model", "values"), WHOLE)
def test_what_is_missing_or_no_mapping(model: type[Frozen], values: dict[str, Any]) -> None:
    for name in values:
        found, full = both(model, {key: value for key, value in values.items() if key != name})
        assert found is None or repr(found) == repr(full), name
    for odd in ODD:
        found, full = both(model, odd)
        assert found is None or repr(found) == repr(full)


@st.composite
def mutated(draw: st.DrawFn) -> tuple[type[Frozen], Any]:
    """A model and values of which one, at any depth, is odd."""
    model, values = draw(st.sampled_from(WHOLE))
    return model, draw(changed(values))


def changed(value: Any) -> st.SearchStrategy[Any]:
    """The value with another in one place."""
    odd = st.sampled_from(ODD) | st.text(max_size=8) | st.floats() | st.integers() | st.decimals(allow_nan=False)
    if isinstance(value, dict) and value:
        return st.sampled_from(list(value)).flatmap(
            lambda name: changed(value[name]).map(lambda new: {**value, name: new})
        )
    if isinstance(value, list) and value:
        return st.integers(0, len(value) - 1).flatmap(
            lambda at: changed(value[at]).map(lambda new: [*value[:at], new, *value[at + 1 :]])
        )
    return odd


@given(mutated())
def test_values_with_one_odd_part(given_values: tuple[type[Frozen], Any]) -> None:
    model, values = given_values
    found, full = both(model, values)
    assert found is None or repr(found) == repr(full)


def test_a_form_whose_slots_do_not_add_up_is_left_to_pydantic() -> None:
    values = {**WHOLE[-1][1], "form": {"length": 10, "scored": 8, "pilot": 1}}
    assert both(Blueprint, values) == (None, None)


@pytest.mark.parametrize("values", [{}, {"preview": False}, {"ignore": [], "limits": {"a": {"b": 1}}}])
def test_settings_know_what_was_given(values: dict[str, Any]) -> None:
    for found in both(CheckSettings, values):
        assert found is not None
        assert found.model_fields_set == set(values)


def test_settings_of_the_wrong_shape_are_refused() -> None:
    assert both(CheckSettings, {"ignore": "STM"}) == (None, None)
