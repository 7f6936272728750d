"""What strangers write, and what enemies write: an item or a finding, never an exception."""

from decimal import Decimal
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.asi.packages import zipped

from exambank.formats.asi.read_item import item_id
from exambank.formats.contract import ReadItem
from exambank.formats.qti21 import reader
from exambank.model.interactions.choice import ChoiceItem, MultipleResponseItem
from exambank.model.interactions.cloze import ClozeItem
from exambank.model.interactions.numeric import NumericItem
from exambank.model.interactions.short_text import ShortTextItem

MANIFEST = (
    '<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources>'
    '<resource identifier="r" type="imsqti_item_xmlv2p1" href="items/a%20b.xml"/>'
    '<resource identifier="w" type="webcontent" href="x.html"/></resources></manifest>'
)
ITEM = '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="Q 1" title="T">{}</assessmentItem>'
KEY = (
    '<responseDeclaration identifier="R" cardinality="{}" baseType="{}">'
    "<correctResponse>{}</correctResponse>{}</responseDeclaration>"
)
CHOICE = (
    '<itemBody><p>Stem</p><choiceInteraction responseIdentifier="R" shuffle="false" maxChoices="1">'
    '<prompt>Which?</prompt><simpleChoice identifier="A">a</simpleChoice><simpleChoice identifier="B">b'
    '<feedbackInline outcomeIdentifier="F" identifier="B" showHide="show">no</feedbackInline></simpleChoice>'
    "</choiceInteraction></itemBody>"
)
BOX = '<itemBody><p>It is <textEntryInteraction responseIdentifier="R"/> km.</p></itemBody>'


def read(item: str, manifest: str = MANIFEST, name: str = "items/a b.xml") -> ReadItem:
    (found,) = reader.read(zipped({"imsmanifest.xml": manifest.encode(), name: item.encode()}))
    return found


def test_choice_of_another_maker() -> None:
    found = read(ITEM.format(KEY.format("single", "identifier", "<value>B</value>", "") + CHOICE))
    item = found.item
    assert isinstance(item, ChoiceItem)
    assert (found.path, found.findings, item.id, item.title) == ("items/a b.xml", (), "q-1", "T")
    assert item.stem.plain == "Stem\nWhich?"
    assert [(o.id, o.text.plain, o.is_key, o.feedback and o.feedback.plain) for o in item.options] == [
        ("A", "a", False, None),
        ("B", "b", True, "no"),
    ]
    assert item.shuffle is False


def test_mapping_without_a_right_response_tells_the_keys() -> None:
    mapping = '<mapping defaultValue="0"><mapEntry mapKey="A" mappedValue="2"/></mapping>'
    opening = '<responseDeclaration identifier="R" cardinality="multiple" baseType="identifier">'
    declared = f"{opening}{mapping}</responseDeclaration>"
    score = '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float" normalMaximum="2"/>'
    item = read(ITEM.format(declared + score + CHOICE)).item
    assert isinstance(item, MultipleResponseItem)
    assert ([o.id for o in item.keys], item.scoring, item.points) == (["A"], "per-option", Decimal(2))
    assert item.shares()["B"] == 0


@pytest.mark.parametrize(
    ("equal", "bounds"),
    [
        ('toleranceMode="absolute" tolerance="0.5 1"', (Decimal("9.5"), Decimal(11))),
        ('toleranceMode="relative" tolerance="10"', (Decimal(9), Decimal(11))),
        ('toleranceMode="exact"', (Decimal(10), Decimal(10))),
    ],
)
def test_tolerances_of_another_maker(equal: str, bounds: tuple[Decimal, Decimal]) -> None:
    rules = (
        f"<responseProcessing><responseCondition><responseIf><equal {equal}><variable identifier='R'/>"
        "<baseValue baseType='float'>10</baseValue></equal></responseIf></responseCondition></responseProcessing>"
    )
    item = read(ITEM.format(KEY.format("single", "float", "<value>10</value>", "") + BOX + rules)).item
    assert isinstance(item, NumericItem)
    assert item.answers[0].bounds() == bounds
    assert item.stem.plain == "It is ____ km."


def test_text_of_another_maker() -> None:
    mapping = '<mapping><mapEntry mapKey="x" mappedValue="1" caseSensitive="false"/></mapping>'
    item = read(ITEM.format(KEY.format("single", "string", "<value>x</value>", mapping) + BOX)).item
    assert isinstance(item, ShortTextItem)
    assert ([answer.text for answer in item.answers], item.case) == (["x"], "ignore")


def test_pictures_are_found_from_the_items_folder() -> None:
    body = BOX.replace("<p>", '<p><img src="../media/x.png" alt="x"/><img src="https://e.org/y.png" alt="y"/>')
    item = read(ITEM.format(KEY.format("single", "string", "<value>x</value>", "") + body)).item
    assert item is not None
    pictures = [inline.source for inline in item.stem.tree[0].children if hasattr(inline, "source")]  # type: ignore[union-attr]
    assert pictures == ["media/x.png", "https://e.org/y.png"]


def test_what_has_no_form_is_told_and_the_text_kept() -> None:
    body = CHOICE.replace("Stem", "H<sub>2</sub>O")
    found = read(ITEM.format(KEY.format("single", "identifier", "<value>B</value>", "") + body))
    assert [(f.code, f.message) for f in found.findings] == [("FMT003", "no Markdown form for <sub>")]
    assert found.item is not None
    assert found.item.stem.plain.startswith("H2O")


NESTED = "<div>" * 300 + "</div>" * 300
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("item", "code", "words"),
    [
        ("<assessmentItem", "FMT001", "not well-formed"),
        ("", "FMT001", "not well-formed"),
        (BOMB + ITEM.format("<itemBody><p>&b;</p></itemBody>"), "FMT001", "document type"),
        ('<!DOCTYPE x SYSTEM "file:///etc/passwd">' + ITEM.format(CHOICE), "FMT001", "document type"),
        (ITEM.format(f"<itemBody>{NESTED}</itemBody>"), "FMT001", "not well-formed"),
        (ITEM.format(""), "FMT002", "this one has none"),
        (ITEM.format("<itemBody><orderInteraction responseIdentifier='R'/></itemBody>"), "FMT002", "orderInteraction"),
        (ITEM.format(CHOICE.replace("</itemBody>", "") + BOX.replace("<itemBody>", "")), "FMT002", "textEntry"),
        (ITEM.format("<itemBody><choiceInteraction responseIdentifier='R'/></itemBody>"), "FMT004", "`options`"),
        (
            ITEM.format(
                "<outcomeDeclaration identifier='SCORE' normalMaximum='-5'/>" + CHOICE
            ),
            "FMT004",
            "`points`",
        ),
    ],
)  # fmt: skip
def test_faulty_items_are_findings(item: str, code: str, words: str) -> None:
    found = read(item)
    assert found.item is None
    assert [finding.code for finding in found.findings] == [code]
    assert words in found.findings[0].message
    assert found.findings[0].place.path == "items/a b.xml"


@pytest.mark.parametrize("element", ["div", "blockquote", "span", "em"])
def test_deep_nesting_is_read_or_told(element: str) -> None:
    """As deep as the parser goes."""
    deep = f"<{element}>" * 250 + "x" + f"</{element}>" * 250
    found = read(ITEM.format(KEY.format("single", "identifier", "<value>B</value>", "") + CHOICE.replace("Stem", deep)))
    assert found.item is not None or [finding.code for finding in found.findings] == ["FMT001"]


@pytest.mark.parametrize("huge", ["1e999999999", "9" * 5000, "NaN", "0x10"])
def test_absurd_numbers_are_no_numbers(huge: str) -> None:
    found = read(ITEM.format(KEY.format("single", "float", f"<value>{huge}</value>", "") + BOX))
    assert found.item is not None
    assert getattr(found.item, "answers", None) == ()


@pytest.mark.parametrize("manifest", ["", "<manifest>", "<!DOCTYPE a [<!ENTITY b 'c'>]><manifest/>"])
def test_a_faulty_manifest_is_a_finding(manifest: str) -> None:
    found = read("", manifest)
    assert (found.path, found.item, [f.code for f in found.findings]) == ("imsmanifest.xml", None, ["FMT001"])
    assert reader.item_names(zipped({"imsmanifest.xml": manifest.encode()})) == []


@pytest.mark.parametrize("href", ["../../etc/passwd", "/etc/passwd", "gone.xml"])
def test_paths_out_of_the_package_are_findings(href: str) -> None:
    found = read("", MANIFEST.replace("items/a%20b.xml", href))
    assert [finding.code for finding in found.findings] == ["FMT001"]


def test_no_manifest_is_a_finding() -> None:
    with ZipFile(zipped({"a.xml": b"<a/>"}).fp or "") as archive:
        (found,) = reader.read(archive)
    assert found.findings[0].message == "there is no imsmanifest.xml in the package"


@settings(deadline=None, max_examples=100)
@given(
    st.one_of(
        st.text(), st.lists(st.sampled_from([ITEM, KEY, CHOICE, BOX, "<p>", "</p>", "{}", "<value>"])).map("".join)
    )
)
def test_anything_in_no_crash_out(text: str) -> None:
    found = read(text)
    assert found.item is not None or found.findings


def test_items_can_be_read_in_slices() -> None:
    files = {"imsmanifest.xml": MANIFEST.encode(), "items/a b.xml": ITEM.format(CHOICE).encode()}
    with zipped(files) as archive:
        assert reader.item_names(archive) == ["items/a b.xml"]
        assert [read.path for read in reader.read_entries(archive, ["items/a b.xml", "gone"])] == [
            "items/a b.xml",
            "gone",
        ]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("a-1", "a-1"),
        ("Q_07.b", "q-07-b"),
        ("1A", "item-1a"),
        ("", "item-unnamed"),
        ("é", "item-unnamed"),
        ("x" * 80, "x" * 64),
    ],
)
def test_identifiers_become_ids(given: str, wanted: str) -> None:
    assert item_id(given) == wanted


def test_gaps_of_another_maker() -> None:
    """Names that are none are numbered; scores that are added up are per gap."""
    keys = (
        KEY.format("single", "string", "<value>York</value>", "").replace('"R"', '"A_1"')
        + KEY.format(
            "single", "string", "", '<mapping><mapEntry mapKey="a" mappedValue="1" caseSensitive="false"/></mapping>'
        ).replace('"R"', '"B"')
        + KEY.format("single", "identifier", "<value>y</value>", "").replace('"R"', '"C"')
    )
    body = (
        '<itemBody><div><p>In <textEntryInteraction responseIdentifier="A_1"/> or <b>'
        '<textEntryInteraction responseIdentifier="B"/></b>,</p>by <inlineChoiceInteraction responseIdentifier="C"'
        ' shuffle="true"><inlineChoice identifier="x">bus</inlineChoice><inlineChoice identifier="y">train'
        "</inlineChoice></inlineChoiceInteraction>.</div></itemBody>"
    )
    rules = (
        '<responseProcessing><setOutcomeValue identifier="SCORE"><sum><mapResponse identifier="A_1"/></sum>'
        "</setOutcomeValue></responseProcessing>"
    )
    found = read(ITEM.format(keys + body + rules))
    item = found.item
    assert isinstance(item, ClozeItem), found.findings
    assert item.stem.source == "In [____](#gap-1) or **[____](#gap-2)**,\n\nby [____](#gap-3)."
    assert [[one.text for one in gap.answers] for gap in item.gaps] == [["York"], ["a"], []]
    assert [(one.text.source, one.is_key) for one in item.gaps[2].options] == [("bus", False), ("train", True)]
    assert (item.scoring, item.shuffle, item.case) == ("per-gap", True, "exact")
    assert isinstance(read(ITEM.format(keys + body)).item, ClozeItem)


@pytest.mark.parametrize(
    ("keys", "words"),
    [("", ""), (KEY.format("single", "identifier", "<value>x</value>", ""), "either options or answers")],
)
def test_gaps_of_which_some_have_no_key(keys: str, words: str) -> None:
    """None at all is a package for candidates; some alone cannot be scored."""
    body = (
        '<itemBody><p><inlineChoiceInteraction responseIdentifier="R" shuffle="false"><inlineChoice identifier="x">a'
        '</inlineChoice><inlineChoice identifier="y">b</inlineChoice></inlineChoiceInteraction>'
        '<textEntryInteraction responseIdentifier="S"/></p></itemBody>'
    )
    found = read(ITEM.format(keys + body))
    assert (found.item is None) is bool(words)
    assert words in "".join(finding.message for finding in found.findings)
