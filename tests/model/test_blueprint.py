"""A form's slots add up, and weights are exact."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from exambank.model.blueprint import Blueprint
from exambank.model.checked import checked

DOMAIN = {"id": "a", "title": "A", "weight": 100, "objectives": [{"id": "a.b", "title": "B"}]}


def blueprint(form: dict[str, Any], *weights: object) -> Blueprint:
    domains = [{**DOMAIN, "id": f"d{n}", "weight": weight} for n, weight in enumerate(weights)] or [DOMAIN]
    return Blueprint.model_validate({"title": "T", "version": "1.0.0", "form": form, "domains": domains})


@pytest.mark.parametrize(
    ("form", "scored"),
    [({"length": 60}, 60), ({"length": 60, "pilot": 5}, 55), ({"length": 60, "scored": 60}, 60),
     ({"length": 60, "scored": 55, "pilot": 5}, 55)],
)  # fmt: skip
def test_scored_items(form: dict[str, Any], scored: int) -> None:
    assert blueprint(form).form.scored_items == scored


@pytest.mark.parametrize(
    "form",
    [{"length": 60, "scored": 55}, {"length": 60, "scored": 60, "pilot": 1}, {"length": 0}, {"length": 4, "pilot": -1}],
)
def test_slots_that_do_not_add_up(form: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        blueprint(form)


def test_weights_sum_exactly() -> None:
    assert blueprint({"length": 1}, 0.1, 0.2, 99.7).weight_sum == 100
    assert blueprint({"length": 1}, 33.333, 33.333, 33.333).weight_sum == Decimal("99.999")


@pytest.mark.parametrize("identifier", ["", "A.b", "a", "a.", "a.B", "a b", ".b", "a.b\n"])
def test_ids_of_objectives_that_are_none(identifier: str) -> None:
    with pytest.raises(ValidationError):
        Blueprint.model_validate(
            {"title": "T", "version": "1", "form": {"length": 1},
             "domains": [{**DOMAIN, "objectives": [{"id": identifier, "title": "B"}]}]}
        )  # fmt: skip


def test_a_list_of_refused_entries_is_not_called_too_short() -> None:
    values = {"title": "T", "version": "1.0.0", "form": {"length": 1}, "domains": [{**DOMAIN, "weight": -5}]}
    _, refused = checked(Blueprint, values)
    assert [bad.at for bad in refused] == [("domains", 0, "weight")]
    _, refused = checked(Blueprint, {**values, "domains": []})
    assert [bad.at for bad in refused] == [("domains",)]
