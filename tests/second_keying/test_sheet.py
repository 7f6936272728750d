"""A blind sheet leaks nothing: no key, and nothing that follows from one, changes a byte of it."""

import random
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.keys.test_digests import SOURCES, item
from tests.strategies.items import clozes, items, texts, with_other_keys

from exambank.model.identity import option_id
from exambank.model.interactions.choice import ChoiceItem, Option, OptionItem
from exambank.model.interactions.cloze import ClozeItem
from exambank.model.interactions.numeric import NumericItem
from exambank.model.interactions.short_text import ShortTextItem, TextAnswer
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus
from exambank.richtext.text import RichText
from exambank.second_keying.question import Question, question
from exambank.second_keying.sheet import sheet

NOWHERE = Path("no-such-bank")
ALL: st.SearchStrategy[AnyItem] = st.one_of(items, clozes())
TEXTS = ("Budget", "Weather", "Colour", "Music")


def asked(one: AnyItem, stimulus: Stimulus | None = None) -> Question:
    return question(NOWHERE, one, "items/a.md", stimulus, "stimuli/s.md")


def written(one: AnyItem, stimulus: Stimulus | None = None, by: str = "Bea") -> str:
    return sheet("small", by, [asked(one, stimulus)])


def with_other_key(one: AnyItem, seed: int) -> AnyItem:
    """The same for candidates, with another key, and other texts of whatever only authors see."""
    other = RichText(f"Secret {seed}.")
    gone = {"rationale": other, "hint": other, "notes": other, "difficulty": 0.1, "title": f"Secret {seed}"}
    if isinstance(one, OptionItem):
        keys = [option.is_key for option in one.options]
        random.Random(seed).shuffle(keys)
        options = tuple(
            option.model_copy(update={"is_key": key, "feedback": other, "share": None})
            for option, key in zip(one.options, keys, strict=True)
        )
        return one.model_copy(update={**gone, "options": options, "scoring": "all-or-nothing"})
    if isinstance(one, NumericItem):
        answers = tuple(
            answer.model_copy(update={"value": seed, "low": None, "tolerance": None}) for answer in one.answers
        )
        return one.model_copy(update={**gone, "answers": answers[::-1]})
    if isinstance(one, ClozeItem):
        return with_other_keys(one).model_copy(update={**gone, "case": "exact", "scoring": "all-or-nothing"})
    assert isinstance(one, ShortTextItem)
    return one.model_copy(update={**gone, "answers": (TextAnswer(text=f"Secret {seed}"),), "case": "exact"})


@given(ALL, st.integers(0, 9))
def test_permuting_the_keys_changes_no_byte(one: AnyItem, seed: int) -> None:
    assert written(with_other_key(one, seed)) == written(one)
    assert "Secret" not in written(with_other_key(one, seed))


@settings(max_examples=30)
@given(ALL, texts)
def test_twice_the_same_bytes(one: AnyItem, text: RichText) -> None:
    stimulus = Stimulus(id="s", text=text)
    assert written(one, stimulus) == written(one, stimulus)


def choice(texts_: tuple[str, ...], *, shuffle: bool = True) -> ChoiceItem:
    """An item whose key is written first."""
    options = tuple(
        Option(id=option_id("a-b", RichText(text)), text=RichText(text), is_key=text == texts_[0]) for text in texts_
    )
    return ChoiceItem(id="a-b", objective="x.y", stem=RichText("What comes first?"), options=options, shuffle=shuffle)


def test_the_authors_order_of_free_options_tells_nothing() -> None:
    assert len({written(choice(order)) for order in permutations(TEXTS)}) == 1


def order_of(text: str) -> list[str]:
    return [line[6:] for line in text.split("\n") if line.startswith("- [ ] ")]


def test_a_fixed_order_is_the_candidates_and_stays() -> None:
    assert order_of(written(choice(TEXTS, shuffle=False))) == list(TEXTS)


def test_each_reviewer_and_each_text_has_an_order_of_its_own() -> None:
    by_reviewer = {tuple(order_of(written(choice(TEXTS), by=f"Reviewer {number}"))) for number in range(40)}
    by_text = {
        tuple(order_of(written(choice(TEXTS).model_copy(update={"stem": RichText(f"What is {number}?")}))))
        for number in range(40)
    }
    assert min(len(by_reviewer), len(by_text)) > 10, "of 24 orders"


def test_a_reviewers_name_counts_without_capitals() -> None:
    assert order_of(written(choice(TEXTS), by="Bea Lee")) == order_of(written(choice(TEXTS), by="BEA lee"))


@pytest.mark.parametrize("name", [name for name, text in SOURCES.items() if "- [x]" in text])
def test_no_mark_is_set(name: str) -> None:
    assert "[x]" not in written(item(SOURCES[name]))


@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- the key is Budget -->",
        "\n\n<div>the key is Budget</div>\n\n",
        "\n\n[//]: # (the key is Budget)\n\n",
        '\n\n[key]: https://example.org "the key is Budget"\n\n',
    ],
)
def test_what_only_the_source_says_is_left_out(hidden: str) -> None:
    one = choice(TEXTS).model_copy(update={"stem": RichText(f"What {hidden} comes first?")})
    assert "key is Budget" not in written(one)


def test_a_pictures_own_name_is_left_out(bank: Path) -> None:
    (bank / "media" / "the-key-is-water.png").write_bytes((bank / "media" / "flask.png").read_bytes())
    one = choice(TEXTS).model_copy(update={"stem": RichText("What is this? ![A flask](../media/the-key-is-water.png)")})
    found = question(bank, one, "items/a.md", None, "")
    assert "the-key" not in sheet("small", "Bea", [found])
    assert list(found.pictures.values()) == ["media/the-key-is-water.png"]
    assert "the-key" not in written(one), "nor where there is no such picture"


def test_pictures_of_feedback_are_not_shown(bank: Path) -> None:
    one = choice(TEXTS).model_copy(update={"rationale": RichText("![A flask](../media/flask.png)")})
    assert question(bank, one, "items/a.md", None, "").pictures == {}


def test_items_on_one_passage_stand_together() -> None:
    passage = Stimulus(id="s", text=RichText("A passage."))
    on_it = [choice(TEXTS).model_copy(update={"id": f"on-{number}", "stimulus": "s"}) for number in range(5)]
    others = [choice(TEXTS).model_copy(update={"id": f"off-{number}"}) for number in range(5)]
    questions = [*(asked(one, passage) for one in on_it), *map(asked, others)]
    text = sheet("small", "Bea", questions)
    assert text == sheet("small", "Bea", questions[::-1])
    kinds = [line.split()[2][:2] for line in text.split("\n") if line.startswith("## ")]
    assert "".join(kind for kind, before in zip(kinds, ["", *kinds], strict=False) if kind != before).count("on") == 1
