"""Gaps: their names, their places in the text, what they are worth, and what of them the model refuses."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exambank.model import from_syntax
from exambank.model.bad_value import BadValue
from exambank.model.identity import gap_option_id, option_id
from exambank.model.interactions.cloze import ClozeItem, gap_id, gap_span, gap_targets, with_blanks
from exambank.model.item import AnyItem
from exambank.richtext.text import RichText
from exambank.source.read import decode
from exambank.syntax.document import parse

HEADER = "---\nid: q\nobjective: a.b\nstatus: draft\n{more}---\n\n"
BODY = """\
It is [____](#gap-b) of what [____](#gap-a).

## Gap a

- sell
- /clos(e|es)/
  > Also right.

## Gap b

- [x] an *estimate*
  > So it is.
- [ ] a record
"""


def made(more: str = "", body: str = BODY, **defaults: Any) -> tuple[AnyItem | None, list[BadValue]]:
    return from_syntax.item(parse(decode("q.md", (HEADER.format(more=more) + body).encode())), defaults)


def cloze(more: str = "", body: str = BODY, **defaults: Any) -> ClozeItem:
    found, bad = made(more, body, **defaults)
    assert isinstance(found, ClozeItem), bad
    return found


def test_gaps_stand_in_the_order_of_the_text() -> None:
    item = cloze()
    assert [(gap.id, gap.is_dropdown) for gap in item.gaps] == [("gap-b", True), ("gap-a", False)]
    estimate, record = item.gaps[0].options
    assert (estimate.text.source, estimate.is_key, record.is_key) == ("an *estimate*", True, False)
    assert estimate.feedback == RichText("So it is.")
    assert [(answer.text, answer.is_pattern) for answer in item.gaps[1].answers] == [
        ("sell", False),
        ("clos(e|es)", True),
    ]


def test_an_options_id_is_of_its_item_its_gap_and_its_text() -> None:
    item = cloze()
    text = item.gaps[0].options[1].text
    assert item.gaps[0].options[1].id == gap_option_id("q", "gap-b", text)
    assert len({gap_option_id("q", "gap-b", text), gap_option_id("q", "gap-a", text), option_id("q", text)}) == 3
    turned = BODY.replace("[x]", "[y]").replace("[ ]", "[x]").replace("[y]", "[ ]")
    assert [one.id for one in cloze(body=turned).gaps[0].options] == [one.id for one in item.gaps[0].options]


@pytest.mark.parametrize(
    ("more", "defaults", "wanted"),
    [
        ("", {}, "all-or-nothing"),
        ("scoring: per-gap\n", {}, "per-gap"),
        ("", {"scoring": "per-option"}, "per-gap"),
        ("scoring: all-or-nothing\n", {"scoring": "per-option"}, "all-or-nothing"),
    ],
)
def test_a_bank_that_scores_per_option_scores_per_gap(more: str, defaults: dict[str, str], wanted: str) -> None:
    assert cloze(more, **defaults).scoring == wanted


@pytest.mark.parametrize(
    ("more", "body"),
    [
        ("scoring: per-option\n", BODY),
        ("", BODY.replace("[x]", "[ ]")),
        ("", BODY.replace("[ ]", "[x]")),
        ("", BODY.replace("- [ ] a record\n", "")),
        ("", BODY.replace("- sell\n- /clos(e|es)/\n  > Also right.\n", "")),
    ],
)
def test_what_cannot_be_scored_is_refused(more: str, body: str) -> None:
    found, bad = made(more, body)
    assert found is None
    assert bad


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        ("Gap a", "gap-a"),
        ("Gap What it is!", "gap-what-it-is"),
        ("Gap 1", "gap-1"),
        ("Gaps", None),
        ("gap a", None),
        ("The gap", None),
    ],
)
def test_a_sections_anchor_is_githubs(title: str, anchor: str | None) -> None:
    assert gap_id(title) == anchor


@pytest.mark.parametrize(
    ("source", "targets"),
    [
        ("[a](#gap-a) *[b](#gap-b)*", ["gap-a", "gap-b"]),
        ("| a | b |\n|---|---|\n| [____](#gap-a) | **[x](#gap-c 'd')** |", ["gap-a", "gap-c"]),
        ("> 1. [____](#gap-a)", ["gap-a"]),
        ("`[____](#gap-a)` [b](#other) [c](https://example.org/#gap-c) \\[d](#gap-d)", []),
    ],
)
def test_gaps_are_links_and_nothing_else(source: str, targets: list[str]) -> None:
    assert list(gap_targets(RichText(source))) == targets


def test_the_words_in_a_gap_go_and_nothing_else_does() -> None:
    text = RichText("> * [the *key*](#gap-a 'a title') and [a page](#other) **[____](#gap-b)**")
    assert with_blanks(text).source == "> * [____](#gap-a) and [a page](#other) **[____](#gap-b)**"
    same = RichText("[____](#gap-a), ____")
    assert with_blanks(same) is same


def test_where_a_gap_stands() -> None:
    text = RichText("A [b](#gap-a) [____](#gap-ab) [c](<#gap-a> 'd')")
    assert gap_span(text, "gap-a") == (2, 13)
    assert gap_span(text, "gap-a", 1) == (30, len(text.source))
    assert gap_span(text, "gap-a", 2) is None


@given(st.decimals("0.01", 1000, places=2), st.integers(1, 9))
def test_gaps_are_worth_the_points_together(points: Decimal, count: int) -> None:
    gap = cloze().gaps[0]
    gaps = tuple(gap.model_copy(update={"id": f"gap-{n}"}) for n in range(count))
    worth = cloze().model_copy(update={"gaps": gaps, "points": points}).points_by_gap()
    assert sum(worth) == points
    assert max(worth) - min(worth) < Decimal("1e-10")
