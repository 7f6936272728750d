"""Words that a bank wants written otherwise: found as whole words, and gone once they are written so."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from exambank.check.house_words import NO_WORDS, HouseWords
from exambank.model.bank import Bank

WORD = st.sampled_from(["client", "the client", "CRM", "log in", "e-mail", "Ärztin", "予算", "a.b", "x"])
TEXT = st.lists(st.one_of(WORD, st.sampled_from([" ", "-", "s", ".", '"', "CLIENT", "Client", "customer"]))).map(
    "".join
)


def replaced(words: HouseWords, text: str) -> str:
    """The text with one word after the other replaced."""
    for _ in range(len(text) + 1):
        found = next(words.unwanted(text), None)
        if found is None:
            return text
        match, use = found
        text = text[: match.start()] + use + text[match.end() :]
    raise AssertionError("it does not end")


def is_sound(words: dict[str, str]) -> bool:
    try:
        Bank.model_validate({"id": "a", "title": "A", "version": "1.0.0", "house_words": words})
    except ValueError:
        return False
    return True


@example({"client": "client"}, "Client")
@given(st.dictionaries(WORD, st.one_of(WORD, TEXT.filter(str.strip)), max_size=3).filter(is_sound), TEXT)
def test_what_a_bank_may_ask_for_ends(words: dict[str, str], text: str) -> None:
    replaced(HouseWords(instead={word: use.strip() for word, use in words.items()}), text)


def test_whole_words_in_any_capitals() -> None:
    words = HouseWords(instead={"client": "customer", "log in": "sign in"})
    assert replaced(words, "Client, CLIENT: clients log in, client-side") == (
        "Customer, customer: clients sign in, client-side"
    )


def test_capitals_alone() -> None:
    words = HouseWords(instead={"salesforce": "Salesforce"})
    assert replaced(words, "salesforce and Salesforce") == "Salesforce and Salesforce"


def test_a_word_that_stays_as_it_is() -> None:
    """A bank may ask for small letters, though not at the beginning of a sentence."""
    assert replaced(HouseWords(instead={"client": "client"}), "Client, CLIENT: client") == "Client, client: client"


def test_without_words_nothing_is_looked_for() -> None:
    assert list(NO_WORDS.unwanted("client")) == []
    assert isinstance(HouseWords(instead={"a.b": "c"}).pattern, re.Pattern)
