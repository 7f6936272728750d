"""A composed item is its source but for texts, and no slip in options, marks, shares or numbers goes by."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies.items import clozes, items, rich

from exambank.keys.digests import key_digest, text_digest
from exambank.model.base import Review
from exambank.model.composed import composed_item, composed_stimulus, with_own_ids
from exambank.model.interactions import short_text
from exambank.model.interactions.choice import ChoiceItem, Option, OptionItem
from exambank.model.interactions.cloze import ClozeItem, Gap
from exambank.model.interactions.numeric import NumericAnswer, NumericItem, read_answer, write_answer
from exambank.model.interactions.short_text import ShortTextItem, TextAnswer
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus
from exambank.model.translation import TranslatedAnswer, TranslatedGap, TranslatedOption, Translation
from exambank.model.translation_differences import differences
from exambank.richtext.text import RichText

ANY: st.SearchStrategy[AnyItem] = st.one_of(items, clozes())
KEY = Option(id="o1", text=rich("Budget"), is_key=True)
OTHER = Option(id="o2", text=rich("Weather"), is_key=False)
CHOICE = ChoiceItem(id="a", objective="b.c", version=3, stem=rich("What comes first?"), options=(KEY, OTHER))


def options_again(options: Iterable[Option]) -> tuple[TranslatedOption, ...]:
    return tuple(
        TranslatedOption(text=one.text, is_key=one.is_key, feedback=one.feedback, share=one.share) for one in options
    )


def texts_again(answers: Iterable[TextAnswer]) -> tuple[TranslatedAnswer, ...]:
    return tuple(TranslatedAnswer(text=short_text.write_answer(one), feedback=one.feedback) for one in answers)


def said_again(item: AnyItem) -> Translation:
    """A translation with the very texts of its source."""
    options: Sequence[TranslatedOption] = ()
    answers: Sequence[TranslatedAnswer] = ()
    gaps: Sequence[TranslatedGap] = ()
    if isinstance(item, OptionItem):
        options = options_again(item.options)
    elif isinstance(item, ClozeItem):
        gaps = [
            TranslatedGap(id=gap.id, options=options_again(gap.options), answers=texts_again(gap.answers))
            for gap in item.gaps
        ]
    elif isinstance(item, NumericItem):
        answers = [TranslatedAnswer(text=write_answer(one), feedback=one.feedback) for one in item.answers]
    elif isinstance(item, ShortTextItem):
        answers = texts_again(item.answers)
    return Translation(
        translates=f"{item.id}@{item.version}",
        title=item.title,
        status=item.status,
        author=item.author,
        reviews=item.reviews,
        ai=item.ai,
        suppress=item.suppress,
        house=item.house,
        stem=item.stem,
        options=tuple(options),
        answers=tuple(answers),
        gaps=tuple(gaps),
        rationale=item.rationale,
        hint=item.hint,
        notes=item.notes,
    )


def is_plain(item: AnyItem) -> bool:
    """Whether its answers are read back as they are written: bounds of a range may be given in more than one way."""
    if isinstance(item, NumericItem):
        read = (read_answer(write_answer(one)) for one in item.answers)
        again = [NumericAnswer.model_validate(one) if one is not None else None for one in read]
        return again == [msgspec.structs.replace(one, feedback=None) for one in item.answers]
    texts = item.answers if isinstance(item, ShortTextItem) else ()
    if isinstance(item, ClozeItem):
        texts = tuple(answer for gap in item.gaps for answer in gap.answers)
    read_texts = [short_text.read_answer(short_text.write_answer(one)) for one in texts]
    return read_texts == [{"text": one.text, "is_pattern": one.is_pattern} for one in texts]


@given(item=ANY.filter(is_plain))
def test_what_says_the_same_makes_the_same(item: AnyItem) -> None:
    translation = said_again(item)
    assert list(differences(item, translation)) == []
    made = composed_item(item, translation, "de")
    assert made == item.model_copy(update={"lang": "de"})
    assert key_digest(with_own_ids(made)) == key_digest(item)
    assert text_digest(made) == text_digest(item)


@given(item=items, data=st.data())
def test_any_other_mark_is_a_difference(item: AnyItem, data: st.DataObject) -> None:
    if not isinstance(item, OptionItem):
        return
    translation = said_again(item)
    at = data.draw(st.integers(0, len(item.options) - 1))
    options = list(translation.options)
    options[at] = msgspec.structs.replace(options[at], is_key=not options[at].is_key)
    (found,) = differences(item, translation.model_copy(update={"options": tuple(options)}))
    assert found.at == ("options", at)


@given(item=items, data=st.data())
def test_any_other_count_is_a_difference(item: AnyItem, data: st.DataObject) -> None:
    if not isinstance(item, OptionItem):
        return
    translation = said_again(item)
    count = data.draw(st.integers(0, len(item.options) - 1))
    fewer = translation.model_copy(update={"options": translation.options[:count]})
    more = translation.model_copy(update={"options": (*translation.options, translation.options[0])})
    assert [one.message for one in differences(item, fewer)] != []
    assert [one.message for one in differences(item, more)] != []


@given(item=clozes(), data=st.data())
def test_any_other_gap_is_a_difference(item: ClozeItem, data: st.DataObject) -> None:
    translation = said_again(item)
    at = data.draw(st.integers(0, len(item.gaps) - 1))
    gap = translation.gaps[at]
    first = msgspec.structs.replace(gap.options[0], is_key=not gap.options[0].is_key) if gap.options else None
    changes: list[dict[str, Any]] = [
        {"id": "gap-of-another-name"},
        {"options": (), "answers": ()},
        {"options": (first, *gap.options[1:])} if first is not None else {"answers": ()},
        {"options": gap.options[1:]} if gap.options else {"options": options_again((KEY, OTHER)), "answers": ()},
    ]
    other = msgspec.structs.replace(gap, **data.draw(st.sampled_from(changes)))
    gaps = (*translation.gaps[:at], other, *translation.gaps[at + 1 :])
    assert list(differences(item, translation.model_copy(update={"gaps": gaps}))) != []


def test_gaps_stand_in_the_order_of_the_translation() -> None:
    stem = RichText("[____](#gap-a) and [____](#gap-b)")
    gaps = tuple(Gap(id=name, answers=(TextAnswer(text=name),)) for name in ("gap-a", "gap-b"))
    source = ClozeItem(id="a", objective="b.c", stem=stem, gaps=gaps)
    translation = said_again(source)
    turned = translation.model_copy(update={"gaps": translation.gaps[::-1]})
    made = composed_item(source, turned, "de")
    assert isinstance(made, ClozeItem)
    assert [gap.id for gap in made.gaps] == ["gap-b", "gap-a"]


def test_metadata_and_ids_are_the_sources_and_status_and_reviews_the_translations() -> None:
    translation = Translation(
        translates="a@3",
        status="approved",
        reviews=(Review(by="Bea"),),
        stem=rich("Was kommt zuerst?"),
        options=(TranslatedOption(text=rich("Geld"), is_key=True), TranslatedOption(text=rich("Wetter"), is_key=False)),
    )
    made = composed_item(
        CHOICE.model_copy(update={"title": "Order", "reviews": (Review(by="Ann"),)}), translation, "de"
    )
    assert isinstance(made, ChoiceItem)
    assert (made.id, made.version, made.objective, made.lang, made.status) == ("a", 3, "b.c", "de", "approved")
    assert (made.title, made.reviews) == (None, (Review(by="Bea"),))
    assert [(one.id, one.text.plain, one.is_key) for one in made.options] == [
        ("o1", "Geld", True),
        ("o2", "Wetter", False),
    ]
    own = with_own_ids(made)
    assert isinstance(own, OptionItem)
    assert {one.id for one in own.options}.isdisjoint({"o1", "o2"})


@pytest.mark.parametrize(
    ("text", "is_same"),
    [
        ("5000 ± 5 Gespräche", True),
        ("5,000 ± 5 Gespräche", True),
        ("5000.0 ± 5 Gespräche", True),
        ("5000 ± 5", False),
        ("5000 Gespräche", False),
        ("5000 ± 5% Gespräche", False),
        ("5000 ± 5 (2 sf) Gespräche", False),
        ("[4995, 5005] Gespräche", False),
        ("fünftausend", False),
    ],
)
def test_a_number_and_its_tolerance_are_the_sources(text: str, is_same: bool) -> None:
    answer = NumericAnswer(value=Decimal(5000), tolerance=Decimal(5), unit="talks")
    item = NumericItem(id="a", objective="b.c", stem=rich("How many?"), answers=(answer,))
    translation = Translation(translates="a@1", stem=rich("Wie viele?"), answers=(TranslatedAnswer(text=text),))
    assert (list(differences(item, translation)) == []) is is_same


def test_an_interaction_that_is_not_known_here_is_never_composed() -> None:
    class Later(ChoiceItem, frozen=True, kw_only=True):
        interaction: str = "hotspot"  # type: ignore[assignment]

    later = Later(id="a", objective="b.c", stem=rich("Where?"), options=(KEY, OTHER))
    (found,) = differences(later, said_again(CHOICE))
    assert "hotspot items cannot be translated yet" in found.message


def test_a_stimulus_has_the_translations_text() -> None:
    source = Stimulus(id="log", version=2, status="approved", title="Log", text=rich("Ten talks."))
    translation = Translation(translates="log@2", status="review", stem=rich("Zehn Gespräche."))
    assert list(differences(source, translation)) == []
    made = composed_stimulus(source, translation, "de")
    assert (made.id, made.version, made.lang, made.status, made.title) == ("log", 2, "de", "review", None)
    assert made.text.plain == "Zehn Gespräche."
