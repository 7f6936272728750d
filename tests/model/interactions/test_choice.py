"""Options, keys and shares."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exambank.model.interactions.choice import MultipleResponseItem, Option
from exambank.richtext.text import RichText


def item(*options: tuple[bool, str | None]) -> MultipleResponseItem:
    return MultipleResponseItem(
        id="a", objective="b.c", scoring="per-option", stem=RichText("Which?"),
        options=tuple(
            Option(id=f"o{n}", text=RichText(str(n)), is_key=is_key, share=Decimal(share) if share else None)
            for n, (is_key, share) in enumerate(options)
        ),
    )  # fmt: skip


def test_keys_and_distractors_part_the_options() -> None:
    found = item((True, None), (False, None), (True, None))
    assert [option.id for option in found.keys] == ["o0", "o2"]
    assert [option.id for option in found.distractors] == ["o1"]


@pytest.mark.parametrize(
    ("options", "shares"),
    [
        ([(True, None), (False, None)], ["100", "-100"]),
        ([(True, None), (True, None), (False, None)], ["50", "50", "-50"]),
        ([(True, "60"), (True, "40"), (False, None)], ["60", "40", "-50"]),
        ([(True, "60"), (True, None), (False, "-30")], ["60", "50", "-30"]),
        ([(False, None), (False, None)], ["0", "0"]),
        ([(False, "10"), (False, None)], ["10", "0"]),
    ],
)
def test_shares(options: list[tuple[bool, str | None]], shares: list[str]) -> None:
    assert list(item(*options).shares().values()) == [Decimal(share) for share in shares]


@given(st.lists(st.booleans(), min_size=2, max_size=8).filter(any))
def test_choosing_all_keys_and_nothing_else_earns_the_points(keys: list[bool]) -> None:
    shares = item(*((key, None) for key in keys)).shares()
    earned = sum((share for share, key in zip(shares.values(), keys, strict=True) if key), Decimal(0))
    assert abs(earned - 100) < Decimal("1e-20")
