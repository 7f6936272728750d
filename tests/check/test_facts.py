"""What the bank's rules need of an item, taken from what others have already computed."""

from hypothesis import given
from hypothesis import strategies as st

from exambank.check.facts import known_words, words_of_option
from exambank.check.sketch import WORDS, WordHashes, words_of
from exambank.check.wording import OptionWords, parted, prose, wording
from exambank.model.interactions.choice import Option
from exambank.model.interactions.short_text import ShortTextItem, TextAnswer
from exambank.richtext.text import RichText

TEXTS = st.text(st.sampled_from("aB9 é-'’\"*`_.,/:–$%&<|\\次"), min_size=1, max_size=20)


@given(TEXTS)
def test_an_options_words_are_those_of_its_source(source: str) -> None:
    """Its tokens serve only where both have the same words."""
    text = RichText(source.strip() or "x")
    option = Option(id="o0123456789", text=text, is_key=True)
    lowered = prose(text).lower()
    assert words_of_option(OptionWords(0, option, prose(text), None, lowered, *parted([lowered]))) == words_of(
        text.source
    )


@given(TEXTS)
def test_a_stems_words_are_those_of_its_source(source: str) -> None:
    stem = RichText(source.strip() or "x")
    item = ShortTextItem(id="a-1", objective="a.b", stem=stem, answers=(TextAnswer(text="x"),))
    words = wording(item, "en")
    assert known_words(words.stem, stem.source, words) == words_of(stem.source)


def test_texts_are_parted_together_as_one_by_one() -> None:
    texts = ["what is “it”? (two)", "", "a\0b c", "d/e"]
    assert parted(texts) == [part for text in texts for part in parted([text])]
    assert parted(texts[:2]) == [["what", "is", "it", "two"], []]


def test_hashes_of_words_are_forgotten_before_they_are_too_many() -> None:
    hashes = WordHashes()
    found = [hashes[str(number)] for number in range(WORDS + 10)]
    assert len(hashes) <= WORDS
    assert found[:3] == [hashes[str(number)] for number in range(3)]
