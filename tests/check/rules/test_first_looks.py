"""What rules pass over at a first look holds nothing that they would find."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exambank.check.first_look import holds_any
from exambank.check.rules.options import option_punctuation
from exambank.check.rules.structure.placeholder_text import BARE, BARE_SIGNS
from exambank.check.wording import wording
from exambank.model.interactions.choice import ChoiceItem, Option
from exambank.richtext.text import RichText

TEXTS = st.sampled_from(
    [
        "Ask.",
        "ask",
        "Ask the buyer",
        "ask the buyer",
        "Ask the buyer.",
        "iPhone",
        "1.",
        "U.K.",
        "É",
        "é a b",
        " a",
        "A .",
    ]
)


@given(st.from_regex(BARE, fullmatch=True))
def test_every_bare_option_has_a_sign(text: str) -> None:
    assert holds_any(text.lower(), BARE_SIGNS)


@given(st.lists(TEXTS, min_size=2, max_size=5))
def test_options_that_are_plainly_alike_have_no_finding(texts: list[str]) -> None:
    options = tuple(Option(id=f"o{n:010}", text=RichText(text), is_key=n == 0) for n, text in enumerate(texts))
    item = ChoiceItem(id="a-1", objective="a.b", stem=RichText("Which?"), options=options)
    words = wording(item, "en")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(option_punctuation, "_are_plainly_alike", lambda _: False)
        expected = list(option_punctuation.check(words))
    assert list(option_punctuation.check(words)) == expected
