"""Numbers as authors write them, and what counts as right."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exambank.model.interactions.numeric import NumericAnswer, read_answer, read_number, write_answer, write_number

numbers = st.decimals(
    allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30, places=6
) | st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent), st.integers(-(10**6), 10**6), st.integers(-900, 300)
)
units = st.none() | st.sampled_from(["leads", "€", "m/s²", "°C", "人", "ליטר", "per cent (of all)", "sf", "%"])


@st.composite
def answers(draw: st.DrawFn) -> NumericAnswer:
    """Values with a tolerance or significant figures, and ranges."""
    unit = draw(units)
    if draw(st.booleans()):
        low, high = sorted(draw(st.tuples(numbers, numbers)))
        return NumericAnswer(low=low, high=high, unit=unit)
    tolerance = draw(st.none() | numbers.map(abs))
    relative = tolerance is not None and draw(st.booleans())
    if tolerance is not None and unit == "%" and not relative:
        unit = None  # `5 ± 2 %` is a relative tolerance
    figures = draw(st.none() | st.integers(1, 15))
    return NumericAnswer(value=draw(numbers), tolerance=tolerance, relative=relative, figures=figures, unit=unit)


@given(answers())
def test_what_is_written_is_read_back(answer: NumericAnswer) -> None:
    read = read_answer(write_answer(answer))
    assert read is not None
    assert NumericAnswer.model_validate(read) == answer


@given(numbers)
def test_a_number_is_written_as_it_is(number: Decimal) -> None:
    assert read_number(write_number(number)) == number


@given(st.text(alphabet="0123456789+-−±.,eE%[]()sf /;", max_size=15))
def test_any_text_is_an_answer_or_none(text: str) -> None:
    read = read_answer(text)
    if read is not None:
        assert isinstance(read.get("value", read.get("low")), Decimal)


@pytest.mark.parametrize(
    ("text", "number"),
    [("5,000", "5000"), ("1,234,567.5", "1234567.5"), ("−5", "-5"), ("+5", "5"), (".5", "0.5"), ("3e-2", "0.03"),
     ("0.10", "0.10"), ("٥", "5")],
)  # fmt: skip
def test_forms_of_a_number(text: str, number: str) -> None:
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text", ["", "-", ".", "e5", "5,00", "50,00", "1.2.3", "0x1F", "5e", "1e1000", "½", "²", "5 ", "NaN", "inf"]
)
def test_what_is_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5000", "5000", "5000"),
        ("5000 ± 5 leads", "4995", "5005"),
        ("5000 +/- 5", "4995", "5005"),
        ("5000+-5", "4995", "5005"),
        ("0.31 ± 2%", "0.3038", "0.3162"),
        ("-200 ± 5 %", "-210", "-190"),
        ("[4.9, 5.1] s", "4.9", "5.1"),
        ("[0, 5]", "0", "5"),
        ("[-5; 0]", "-5", "0"),
        ("3.0e8 (3 sf)", "299500000", "300500000"),
        ("0.012 (2 sf)", "0.0115", "0.0125"),
        ("999 (1 sf)", "949", "1049"),
        ("0 (3 sf)", "0", "0"),
    ],
)
def test_bounds(text: str, low: str, high: str) -> None:
    read = read_answer(text)
    assert read is not None
    assert NumericAnswer.model_validate(read).bounds() == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "text", ["5 ±", "± 5", "[5]", "[5, 6", "[5, 6, 7]", "5 ± 2% ± 1", "five", "5 6", "5 (3sf)", "[a, b]"]
)
def test_what_is_no_answer(text: str) -> None:
    assert read_answer(text) is None
