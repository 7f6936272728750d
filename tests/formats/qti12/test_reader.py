"""Hostile and foreign packages: each fault costs a finding, and the other items are read."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.asi.packages import reread, written, zipped

from exambank.formats.contract import Audience, ReadItem, Unit, format_named
from exambank.formats.qti12.texts import Texts
from exambank.model.interactions.choice import ChoiceItem, MultipleResponseItem
from exambank.model.interactions.numeric import NumericItem
from exambank.model.interactions.short_text import ShortTextItem
from exambank.richtext.text import RichText
from exambank.richtext.tree import Image, Paragraph, Strong, Text

FORMAT = format_named("qti12")
MANIFEST = """\
<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="m"><resources>
<resource identifier="r" type="imsqti_xmlv1p2"><file href="quiz.xml"/></resource>
</resources></manifest>"""
HEAD = """\
<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="a" title="A">
<section ident="root_section">"""
END = "</section></assessment></questestinterop>"
PLAIN = """\
<item ident="Q_1" title="Question"><presentation><material><mattext>Which?</mattext></material>
<response_lid ident="r"><render_choice>
<response_label ident="A"><material><mattext>One</mattext></material></response_label>
<response_label ident="B"><material><mattext>Two</mattext></material></response_label>
</render_choice></response_lid></presentation>
<resprocessing><respcondition><conditionvar><varequal respident="r">B</varequal></conditionvar>
<setvar action="Set">10</setvar></respcondition></resprocessing></item>"""
SET = '<setvar action="Set" varname="SCORE">100</setvar>'


def read(quiz: str | bytes, manifest: str = MANIFEST) -> list[ReadItem]:
    data = quiz if isinstance(quiz, bytes) else quiz.encode()
    return reread(FORMAT, {"imsmanifest.xml": manifest.encode(), "quiz.xml": data})


def messages(found: list[ReadItem]) -> str:
    return "\n".join(finding.message for one in found for finding in one.findings)


def typed(kind: str, conditions: str) -> str:
    field = (
        f"<qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>{kind}</fieldentry></qtimetadatafield>"
    )
    return (
        f'<item ident="q"><itemmetadata><qtimetadata>{field}</qtimetadata></itemmetadata><presentation><material>'
        '<mattext>Which?</mattext></material><response_str ident="r"><render_fib/></response_str></presentation>'
        f"<resprocessing>{conditions}</resprocessing></item>"
    )


def condition(variables: str, worth: str = SET) -> str:
    return f"<respcondition><conditionvar>{variables}</conditionvar>{worth}</respcondition>"


def equal(value: str) -> str:
    return f'<varequal respident="r">{value}</varequal>'


def test_an_item_without_question_type_is_told_from_its_response() -> None:
    (one,) = read(HEAD + PLAIN + END)
    assert isinstance(one.item, ChoiceItem)
    assert (one.item.id, one.item.title, [option.is_key for option in one.item.options]) == (
        "q-1",
        "Question",
        [False, True],
    )


def test_points_by_option_become_shares() -> None:
    part = condition(equal("A"), '<setvar action="Set">5</setvar>')
    (one,) = read(HEAD + PLAIN.replace("<respcondition>", part + "<respcondition>", 1) + END)
    assert isinstance(one.item, ChoiceItem)
    assert one.item.scoring == "per-option"
    assert one.item.shares() == {"A": Decimal(50), "B": Decimal(100)}


def test_answers_of_one_condition_are_all_accepted_as_canvas_means_it() -> None:
    (one,) = read(HEAD + typed("short_answer_question", condition(equal("Illinois") + equal("IL"))) + END)
    assert isinstance(one.item, ShortTextItem)
    assert [answer.text for answer in one.item.answers] == ["Illinois", "IL"]


def test_a_tolerance_that_is_not_even_is_read_as_a_range() -> None:
    margins = f"<or>{equal('5')}<and><vargte>4</vargte><varlte>7</varlte></and></or>"
    (one,) = read(HEAD + typed("numerical_question", condition(margins)) + END)
    assert isinstance(one.item, NumericItem)
    assert one.item.answers[0].bounds() == (Decimal(4), Decimal(7))


def test_an_item_of_another_kind_is_told_and_the_others_are_read() -> None:
    found = read(HEAD + typed("essay_question", "") + PLAIN + END)
    assert "essay_question" in messages(found)
    assert [one.item is None for one in found] == [True, False]


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (PLAIN.replace(">10<", ">0<"), "0 keys"),
        (PLAIN.replace("<resprocessing>", "<x>").replace("</resprocessing>", "</x>"), "no condition says"),
        (PLAIN.replace(">B</varequal>", ">C</varequal>"), "'C', which it does not have"),
        (PLAIN.replace('ident="B"', 'ident="A"'), "one ident"),
        (PLAIN.replace("Two", "Two").replace("</resprocessing>", f"{condition(equal('A'))}</resprocessing>", 1), ""),
        (typed("short_answer_question", ""), "no condition says"),
        (typed("numerical_question", condition(equal("1e99999"))), "no number"),
        (typed("numerical_question", condition(equal("NaN"))), "no number"),
        (typed("numerical_question", condition("<vargte>1</vargte>")), "neither a value nor two bounds"),
        (PLAIN.replace("<presentation>", "<presentation><material><matimage/></material>"), "matimage"),
    ],
)
def test_an_item_that_makes_no_sense_costs_a_finding(item: str, words: str) -> None:
    found = read(HEAD + item + PLAIN.replace("Q_1", "q-2") + END)
    assert words in messages(found)
    assert found[-1].item is not None


@pytest.mark.parametrize(
    ("quiz", "words"),
    [
        ("no XML", "cannot be read on"),
        (b"\xff\xfe\x00", "cannot be read on"),
        (b"<?xml version='1.0' encoding='unknown'?>" + (HEAD + END).encode(), "cannot be read on"),
        (HEAD.encode() + PLAIN.replace("One", "\xfc").encode("latin-1") + END.encode(), "cannot be read on"),
        (HEAD + "<a>" * 5000, "cannot be read on"),
        ('<!DOCTYPE q [<!ENTITY x "y">]>' + HEAD + PLAIN.replace("One", "&x;") + END, "entities"),
    ],
)
def test_a_document_that_cannot_be_read_costs_a_finding(quiz: str | bytes, words: str) -> None:
    assert words in messages(read(quiz))


def test_items_before_a_break_are_read() -> None:
    found = read(HEAD + PLAIN + "<broken")
    assert found[0].item is not None
    assert found[-1].findings


@pytest.mark.parametrize(
    ("manifest", "words"),
    [
        ("<manifest/>", "no resource"),
        ("", "not well-formed"),
        (MANIFEST.replace("quiz.xml", "other.xml"), "no other.xml"),
        (MANIFEST.replace("quiz.xml", "../quiz.xml"), "no ../quiz.xml"),
    ],
)
def test_a_manifest_that_leads_nowhere_costs_a_finding(manifest: str, words: str) -> None:
    assert words in messages(read(HEAD + PLAIN + END, manifest))


def test_a_document_without_items_costs_a_finding() -> None:
    assert "no item" in messages(read(HEAD + END))


def test_a_stimulus_that_is_an_item_of_its_own_is_reported_lost() -> None:
    label = "<fieldlabel>parent_stimulus_item_ident</fieldlabel><fieldentry>x</fieldentry>"
    field = f"<qtimetadatafield>{label}</qtimetadatafield>"
    metadata = f"<itemmetadata><qtimetadata>{field}</qtimetadata></itemmetadata>"
    found = read(HEAD + PLAIN.replace("<presentation>", metadata + "<presentation>") + END)
    assert "parent_stimulus_item_ident" in messages(found)


def test_a_package_without_manifest_costs_a_finding() -> None:
    assert "no imsmanifest.xml" in messages(reread(FORMAT, {"quiz.xml": b""}))


def test_elements_nested_too_deeply_cost_a_finding() -> None:
    deep = "&lt;em&gt;" * 250 + "x" + "&lt;/em&gt;" * 250
    found = read(HEAD + PLAIN.replace("Which?", deep) + PLAIN + END)
    assert found[-1].item is not None


def test_html_that_is_not_xml_is_read_as_browsers_do() -> None:
    tree = Texts().tree("<p>One<br>and&nbsp;<b>two<p>Three")
    assert [type(block) for block in tree] == [Paragraph, Paragraph]
    assert Paragraph((Strong((Text("Three"),)),)) in tree or Paragraph((Text("Three"),)) in tree


@pytest.mark.parametrize("token", ["$IMS-CC-FILEBASE$/", "%24IMS-CC-FILEBASE%24/", "$IMS_CC_FILE_BASE$"])
def test_pictures_lose_the_tokens_that_canvas_writes(token: str) -> None:
    assert Texts().tree(f'<p><img src="{token}a%20b.png" alt="x"/></p>') == (Paragraph((Image("a b.png", "x", ""),)),)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_bytes_in_no_error_out(data: st.DataObject) -> None:
    quiz = bytearray((HEAD + PLAIN + END).encode())
    for _ in range(data.draw(st.integers(1, 8))):
        quiz[data.draw(st.integers(0, len(quiz) - 1))] = data.draw(st.integers(0, 255))
    for one in read(bytes(quiz)):
        assert one.item is not None or one.findings


def test_one_item_that_a_target_cannot_hold_costs_no_other_item() -> None:
    """qti-package-maker wrote no package for one ORDER item, and 1 of 6 items elsewhere; exit code 0 both times."""
    units = [Unit(item(f"q-{n}"), None, {}) for n in range(6)]
    found = reread(FORMAT, written(FORMAT, units, Audience.INSTRUCTOR))
    assert [one.item.id for one in found if one.item] == [f"q-{n}" for n in range(6)]


def test_a_weight_is_reported_before_it_is_left_out() -> None:
    """mdq drops feedback and a weight of 50 % unsaid."""
    from exambank.formats.feature import Feature, features

    one = item("q").model_copy(update={"scoring": "per-option"})
    options = (one.options[0].model_copy(update={"share": Decimal(50)}), *one.options[1:])
    used = features(one.model_copy(update={"options": options}), None)
    assert Feature.OWN_SHARES in used & set(FORMAT.denied)


def item(identifier: str) -> MultipleResponseItem:
    options = [{"id": f"o{n}", "text": RichText(text), "is_key": n == 0} for n, text in enumerate(("A", "B", "C"))]
    return MultipleResponseItem.model_validate(
        {"id": identifier, "objective": "", "stem": RichText("Which?"), "options": options}
    )


def test_every_document_is_one_that_a_schema_knows() -> None:
    files = written(FORMAT, [Unit(item("q"), None, {})], Audience.INSTRUCTOR)
    assert sorted(files) == ["assessment.xml", "imsmanifest.xml"]


def test_pictures_that_no_item_shows_are_left_out() -> None:
    shown = "media/00112233445566778899aabbccddeeff.png"
    unit = Unit(item("q").model_copy(update={"stem": RichText("![x](a.png)")}), None, {"a.png": shown})
    files = written(FORMAT, [unit], Audience.INSTRUCTOR)
    assert [name for name in files if name.startswith("media/")] == [shown]
    assert f'<file href="{shown}"/>'.encode() in files["imsmanifest.xml"]


@pytest.mark.parametrize("package", ["test_qti_1.2_canvas", "canvas_cartridge", "with_banks"])
def test_packages_of_canvas_are_read(shared: Path, package: str) -> None:
    """Items of the model's interactions are read with their keys, all others are told."""
    folder = shared / "corpus" / "qti12-canvas" / package
    files = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with zipped(files) as archive:
        found = list(FORMAT.reader.read(archive))
    assert found
    assert any(one.item is not None for one in found)
    for one in found:
        assert one.item is not None or one.findings
