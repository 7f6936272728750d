"""Items of every interaction, as a bank that passes `check` may hold them."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from tests.strategies.trees import lines, paragraphs, short_trees, words

from exambank.formats.contract import Unit
from exambank.model.base import AiUse, Review
from exambank.model.identity import gap_option_id, option_id
from exambank.model.interactions.choice import ChoiceItem, MultipleResponseItem, TrueFalseItem
from exambank.model.interactions.cloze import ClozeItem, with_blanks
from exambank.model.interactions.numeric import NumericItem
from exambank.model.interactions.short_text import ShortTextItem, TextAnswer
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus
from exambank.richtext.text import RichText
from exambank.richtext.tree import Block, BulletList, Emphasis, Heading, Inline, Link, Paragraph, Quote, Table, Text

PICTURES = {
    "a.png": "media/00112233445566778899aabbccddeeff.png",
    "sub/b%20c.svg": "media/ffeeddccbbaa99887766554433221100.svg",
}
ids = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
texts = short_trees.map(lambda tree: RichText(None, tree))
remarks = st.one_of(paragraphs.map(lambda one: (one,)), short_trees).map(lambda tree: RichText(None, tree))
maybe_text = st.one_of(st.none(), remarks)
decimals = st.decimals(-1000, 1000, places=3, allow_nan=False, allow_infinity=False)
points = st.sampled_from([Decimal(text) for text in ("1", "1", "2", "0.5", "3", "2.75", "0.3", "10")])
units = st.one_of(st.none(), st.sampled_from(("km/h", "€", "m < s & kg")))
Draw = Callable[..., Any]


def rich(text: str) -> RichText:
    """A rich text of one plain paragraph."""
    return RichText(None, (Paragraph((Text(text),)),))


def _base(draw: Draw) -> dict[str, Any]:
    return {
        "id": draw(ids),
        "objective": draw(st.sampled_from(("planning.one", "selling.two"))),
        "title": draw(st.one_of(st.none(), words)),
        "lang": draw(st.sampled_from((None, "en", "he", "pt-BR"))),
        "points": draw(points),
        "stem": draw(texts),
        "rationale": draw(maybe_text),
        "hint": draw(maybe_text),
        "notes": draw(maybe_text),
        "difficulty": draw(st.sampled_from((None, 0.5))),
        "reviews": draw(st.sampled_from(((), (Review(by="Bea", digest="r51c04a1f6a6"),)))),
        "ai": draw(st.sampled_from((None, AiUse(use="drafted it", expert="Bea")))),
        "tags": draw(st.sampled_from(((), ("a", "b")))),
    }


def _options(draw: Draw, item_id: str, keys: list[bool], *, shares: bool) -> list[dict[str, Any]]:
    same = len(keys)
    offered: list[RichText] = draw(st.lists(remarks, min_size=same, max_size=same, unique_by=lambda t: t.normal_form))
    share = st.one_of(st.none(), st.sampled_from((Decimal(50), Decimal("-12.5"), Decimal(0), Decimal("33.3"))))
    return [
        {
            "id": option_id(item_id, text),
            "text": text,
            "is_key": is_key,
            "feedback": draw(maybe_text),
            "share": draw(share) if shares else None,
        }
        for text, is_key in zip(offered, keys, strict=True)
    ]


@st.composite
def choices(draw: st.DrawFn) -> ChoiceItem:
    """Single choice, one key."""
    values = _base(draw)
    count = draw(st.integers(2, 5))
    key = draw(st.integers(0, count - 1))
    scoring = draw(st.sampled_from(("all-or-nothing", "all-or-nothing", "per-option")))
    keys = [n == key for n in range(count)]
    values["options"] = _options(draw, values["id"], keys, shares=scoring == "per-option")
    values.update(scoring=scoring, shuffle=draw(st.booleans()))
    return ChoiceItem.model_validate(values)


@st.composite
def multiple_responses(draw: st.DrawFn) -> MultipleResponseItem:
    """Multiple response with any number of keys, none and all included."""
    values = _base(draw)
    scoring = draw(st.sampled_from(("all-or-nothing", "per-option")))
    keys = draw(st.lists(st.booleans(), min_size=2, max_size=6))
    values["options"] = _options(draw, values["id"], keys, shares=scoring == "per-option")
    values.update(scoring=scoring, shuffle=draw(st.booleans()))
    return MultipleResponseItem.model_validate(values)


@st.composite
def true_falses(draw: st.DrawFn) -> TrueFalseItem:
    """True/false."""
    values = _base(draw)
    is_true = draw(st.booleans())
    options = [
        {
            "id": option_id(values["id"], rich(text)),
            "text": rich(text),
            "is_key": is_key,
            "feedback": draw(maybe_text),
        }
        for text, is_key in (("True", is_true), ("False", not is_true))
    ]
    return TrueFalseItem.model_validate({**values, "options": options})


@st.composite
def _numeric_answers(draw: st.DrawFn) -> dict[str, Any]:
    low, high = sorted((draw(decimals), draw(decimals)))
    value: dict[str, Any] = {
        "value": draw(st.one_of(decimals, st.sampled_from((Decimal("3e8"), Decimal("1e-20"), Decimal(0)))))
    }
    answer = draw(
        st.sampled_from(
            (
                value,
                {**value, "tolerance": abs(high)},
                {**value, "tolerance": Decimal("2.5"), "relative": True},
                {**value, "figures": 3},
                {"low": low, "high": high},
            )
        )
    )
    return {**answer, "unit": draw(units), "feedback": draw(maybe_text)}


@st.composite
def numerics(draw: st.DrawFn) -> NumericItem:
    """Numbers with every kind of tolerance, with like and unlike units."""
    answers = draw(st.lists(_numeric_answers(), min_size=1, max_size=3))
    return NumericItem.model_validate({**_base(draw), "answers": answers})


@st.composite
def short_texts(draw: st.DrawFn) -> ShortTextItem:
    """Accepted texts, some of them patterns."""
    answers = draw(st.lists(lines, min_size=1, max_size=3, unique_by=str.casefold))
    values = _base(draw)
    values["case"] = draw(st.sampled_from(("exact", "ignore")))
    values["answers"] = [
        {"text": text, "is_pattern": draw(st.integers(0, 4)) == 0, "feedback": draw(maybe_text)} for text in answers
    ]
    return ShortTextItem.model_validate(values)


@st.composite
def _gaps(draw: st.DrawFn, item_id: str, name: str) -> dict[str, Any]:
    """A dropdown, or a gap to type into, some of whose texts are patterns."""
    if draw(st.booleans()):
        count = draw(st.integers(2, 4))
        key = draw(st.integers(0, count - 1))
        options = _options(draw, item_id, [n == key for n in range(count)], shares=False)
        for option in options:
            option["id"] = gap_option_id(item_id, name, option["text"])
        return {"id": name, "options": options}
    answers = draw(st.lists(lines, min_size=1, max_size=3, unique_by=str.casefold))
    return {
        "id": name,
        "answers": [
            {"text": text, "is_pattern": draw(st.integers(0, 4)) == 0, "feedback": draw(maybe_text)} for text in answers
        ],
    }


def _gap_links(names: list[str], words: list[str]) -> tuple[Inline, ...]:
    return tuple(
        part
        for name, word in zip(names, words, strict=True)
        for part in (Text("is "), Emphasis((Link(f"#{name}", "", (Text(word),)),)), Text(" so "))
    )


@st.composite
def clozes(draw: st.DrawFn) -> ClozeItem:
    """One to four gaps of either kind, within paragraphs, lists and tables, with an author's words in them or none."""
    values = _base(draw)
    names = [f"gap-{name}" for name in draw(st.permutations(("a", "b", "second-one", "4")))]
    names = names[: draw(st.integers(1, 4))]
    links = _gap_links(names, [draw(st.sampled_from(("____", "the key"))) for _ in names])
    block: Block = Paragraph(links)
    table = Table(("",), ((Text("a"),),), ((links,),))
    block = draw(st.sampled_from((block, BulletList(((block,),), True), table, Heading(3, links), Quote((block,)))))
    before = draw(texts)
    values["stem"] = RichText(None, (*before.tree, block)) if draw(st.booleans()) else RichText(None, (block,))
    values["gaps"] = [draw(_gaps(values["id"], name)) for name in names]
    values["scoring"] = draw(st.sampled_from(("all-or-nothing", "per-gap")))
    values.update(case=draw(st.sampled_from(("exact", "ignore"))), shuffle=draw(st.booleans()))
    return ClozeItem.model_validate(values)


def with_other_keys(item: ClozeItem) -> ClozeItem:
    """The item with another key in each dropdown, other accepted texts, and other words in its gaps."""
    gaps = [
        gap.model_copy(
            update={
                "options": tuple(
                    option.model_copy(update={"is_key": before.is_key, "feedback": None})
                    for option, before in zip(gap.options, (*gap.options[1:], *gap.options[:1]), strict=True)
                ),
                "answers": (TextAnswer(text="other"),) if gap.answers else (),
            }
        )
        for gap in item.gaps
    ]
    changes = {"gaps": tuple(gaps), "rationale": None, "scoring": "per-gap", "case": "exact"}
    return item.model_copy(update={**changes, "stem": with_blanks(item.stem)})


items: st.SearchStrategy[AnyItem] = st.one_of(choices(), multiple_responses(), true_falses(), numerics(), short_texts())


@st.composite
def units_of_items(draw: st.DrawFn, of: st.SearchStrategy[AnyItem] = items) -> Unit:
    """An item before projection, with its stimulus and its pictures."""
    item = draw(of)
    stimulus = None
    if draw(st.booleans()):
        stimulus = Stimulus(id=draw(ids), text=draw(texts))
        item = item.model_copy(update={"stimulus": stimulus.id})
    return Unit(item, stimulus, PICTURES, item.objective)
