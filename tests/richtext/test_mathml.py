"""TeX that is told to be plain converts, so that a check need not try."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exambank.richtext.mathml import PLAIN, is_plain, mathml


@settings(max_examples=400)
@given(st.from_regex(PLAIN, fullmatch=True))
def test_plain_formulae_convert(tex: str) -> None:
    if is_plain(tex):
        assert "<math" in mathml(tex, False)


@pytest.mark.parametrize(
    "tex", [r"660 \times 13 = 8580", r"s = \sqrt{8}", r"q = q_0 e^{-7t}", r"\frac{500}{0.10}", "t", "x_i + y^2"]
)
def test_formulae_of_everyday_are_plain(tex: str) -> None:
    assert is_plain(tex)


@pytest.mark.parametrize(
    "tex", [r"\frac{1}{2", r"\frac{1}", r"\sqrt", "x_1_2", "a^", "", " ", r"\unknown", r"\timesx", "{x}"]
)
def test_what_may_fail_is_not(tex: str) -> None:
    assert not is_plain(tex)
