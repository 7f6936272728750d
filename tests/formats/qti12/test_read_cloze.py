"""Questions with blanks and dropdowns, as Canvas and others write them."""

from typing import Any

import pytest
from lxml import etree

from exambank.formats.contract import ReadItem
from exambank.formats.qti12.read_item import read_item
from exambank.model.interactions.cloze import ClozeItem

FIELD = "<qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>{}</fieldentry></qtimetadatafield>"
ITEM = (
    '<item xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2" ident="q"><itemmetadata><qtimetadata>'
    + FIELD
    + '</qtimetadata></itemmetadata><presentation><material><mattext texttype="text/html">{}</mattext></material>{}'
    "</presentation><resprocessing>{}</resprocessing></item>"
)
BLANKS, DROPDOWNS = "fill_in_multiple_blanks_question", "multiple_dropdowns_question"


def response(name: str, *labels: str, more: str = "") -> str:
    shown = "".join(
        f'<response_label ident="{name}{n}" {more}><material>'
        f'<mattext texttype="text/plain">{label}</mattext></material></response_label>'
        for n, label in enumerate(labels)
    )
    return (
        f'<response_lid ident="response_{name}"><material><mattext>{name}</mattext></material><render_choice>{shown}'
        "</render_choice></response_lid>"
    )


def right(name: str, number: int) -> str:
    return (
        f'<respcondition><conditionvar><varequal respident="response_{name}">{name}{number}</varequal></conditionvar>'
        '<setvar varname="SCORE" action="Add">50.00</setvar></respcondition>'
    )


def read(kind: str, text: str, responses: str, rules: str) -> ReadItem:
    return read_item(etree.fromstring(ITEM.format(kind, text, responses, rules)), "q.xml", is_candidate=False)


def cloze(*parts: str) -> ClozeItem:
    found = read(*parts)
    assert isinstance(found.item, ClozeItem), found.findings
    return found.item


def told(item: ClozeItem) -> list[Any]:
    return [
        (gap.id, [(one.text.source, one.is_key) for one in gap.options], [one.text for one in gap.answers])
        for gap in item.gaps
    ]


def test_blanks_accept_every_label_though_canvas_names_the_first_alone() -> None:
    item = cloze(
        BLANKS,
        "&lt;p&gt;Roses are [Colour 1], violets [b].&lt;/p&gt;",
        response("Colour 1", "red", "Red") + response("b", "blue"),
        right("Colour 1", 0) + right("b", 0),
    )
    assert told(item) == [("gap-colour-1", [], ["red", "Red"]), ("gap-b", [], ["blue"])]
    assert item.stem.source == "Roses are [____](#gap-colour-1), violets [____](#gap-b)."
    assert (item.scoring, item.case) == ("per-gap", "ignore")


def test_dropdowns_stand_in_the_order_of_the_text() -> None:
    item = cloze(
        DROPDOWNS,
        '[b], then [a], and [c] for its title &lt;img src="x.png" alt="[a]"/&gt;',
        response("a", "1", "2") + response("b", "3", "*4*"),
        right("a", 1) + right("b", 1),
    )
    assert told(item) == [("gap-b", [("3", False), ("\\*4\\*", True)], []), ("gap-a", [("1", False), ("2", True)], [])]
    assert item.stem.source.startswith("[____](#gap-b), then [____](#gap-a), and [c] for its title ![")


@pytest.mark.parametrize("kind", ["dropdown", "wordbank"])
def test_new_quizzes_tells_the_kind_of_each_gap(kind: str) -> None:
    responses = response("a", "1", "2", more=f'answer_type="{kind}"') + response(
        "b", "3", more='answer_type="openEntry"'
    )
    item = cloze(BLANKS, "[a] [b]", responses, right("a", 0) + right("b", 0))
    assert told(item) == [("gap-a", [("1", True), ("2", False)], []), ("gap-b", [], ["3"])]


@pytest.mark.parametrize(
    ("algorithm", "is_pattern", "is_lost"),
    [("TextInChoices", False, False), ("TextRegex", True, False), ("TextCloseEnough", False, True)],
)
def test_how_new_quizzes_compares(algorithm: str, is_pattern: bool, is_lost: bool) -> None:
    found = read(BLANKS, "[a]", response("a", "x+", more=f'scoring_algorithm="{algorithm}"'), right("a", 0))
    assert isinstance(found.item, ClozeItem)
    assert found.item.gaps[0].answers[0].is_pattern is is_pattern
    assert [algorithm in one.message for one in found.findings] == [True] * is_lost


@pytest.mark.parametrize(
    ("text", "responses", "words"),
    [
        ("[a]", response("a", "1", "2"), "one key"),
        ("none", response("a", "1", "2"), "no [a]"),
        ("[a]", "", "no gap"),
        ("[a]", response("a", "1") + response("a", "2"), "one ident"),
        ("[a]", response("a"), "either options or answers"),
    ],
)
def test_what_is_no_item_is_told(text: str, responses: str, words: str) -> None:
    found = read(DROPDOWNS, text, responses, "")
    assert found.item is None
    assert words in found.findings[0].message


def test_names_that_are_none_are_numbered() -> None:
    item = cloze(BLANKS, "[一] [二]", response("一", "1") + response("二", "2"), right("一", 0))
    assert [gap.id for gap in item.gaps] == ["gap-1", "gap-2"]
