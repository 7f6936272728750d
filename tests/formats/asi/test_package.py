"""What a package holds beside its items, and what it says to whom."""

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.formats.asi.packages import projected, written
from tests.strategies.items import PICTURES, choices, multiple_responses, rich

from exambank.formats.contract import Audience, Format, Unit, format_named
from exambank.keys.audience import candidate_view
from exambank.model.interactions.choice import ChoiceItem, MultipleResponseItem, Option
from exambank.model.stimulus import Stimulus
from exambank.richtext.text import RichText
from exambank.richtext.tree import Image, Math, Paragraph

AnyOptionItem = ChoiceItem | MultipleResponseItem
FORMATS = pytest.mark.parametrize("format_", [format_named(name) for name in ("qti21", "qti22", "qti30")], ids=str)


def _choice(name: str, objective: str = "planning.one", **changes: Any) -> ChoiceItem:
    values: dict[str, Any] = {
        "id": name,
        "objective": objective,
        "stem": rich("Which?"),
        "rationale": rich("Because."),
        "options": (
            Option(id="oa", text=rich("A"), is_key=True, feedback=rich("Yes.")),
            Option(id="ob", text=rich("B"), is_key=False),
        ),
    }
    return ChoiceItem.model_validate({**values, **changes})


def _files(format_: Format, items: list[ChoiceItem], audience: Audience = Audience.INSTRUCTOR) -> dict[str, bytes]:
    units = [projected(Unit(item, None, PICTURES, item.objective), format_) for item in items]
    return written(format_, units, audience)


def _names(document: bytes, element: str, attribute: str) -> list[str]:
    root = etree.fromstring(document)
    kebab = "qti-" + re.sub("([A-Z])", lambda match: "-" + match[1].lower(), element)
    return [one.get(attribute, "") for one in root.iter(f"{{*}}{element}", f"{{*}}{kebab}")]


@FORMATS
def test_sections_follow_the_blueprint_and_items_their_order(format_: Format) -> None:
    items = [_choice("b", "planning.x"), _choice("a", "planning.y"), _choice("c", "selling.x"), _choice("d", "gone.x")]
    test = _files(format_, items)["assessment.xml"]
    assert _names(test, "assessmentSection", "identifier") == ["section-selling", "section-planning", "other"]
    assert _names(test, "assessmentItemRef", "href") == ["item-c.xml", "item-b.xml", "item-a.xml", "item-d.xml"]
    assert b'="6300"' in test  # 105 minutes in seconds


@FORMATS
def test_manifest_names_every_file_once_and_no_other(format_: Format) -> None:
    stem = RichText(None, (Paragraph((Image("a.png", "A", ""), Math("x^2"))),))
    files = _files(format_, [_choice("a", stem=stem), _choice("b")])
    manifest = files.pop("imsmanifest.xml")
    named = _names(manifest, "file", "href")
    assert sorted(set(named)) == sorted(files)
    assert "media/00112233445566778899aabbccddeeff.png" in files
    assert "media/unused.png" not in files
    dependencies = _names(manifest, "dependency", "identifierref")
    assert set(dependencies) <= set(_names(manifest, "resource", "identifier"))


def test_only_qti_3_has_a_style_sheet_for_formulae() -> None:
    stem = RichText(None, (Paragraph((Math("x^2"),)),))
    holders = [
        name
        for name in ("qti21", "qti22", "qti30")
        if "math.css" in _files(format_named(name), [_choice("a", stem=stem)])
    ]
    assert holders == ["qti30"]


def _permuted(item: AnyOptionItem, seed: int) -> AnyOptionItem:
    """The same item with other options for keys, as many as before, and everything else of its key changed too."""
    flags = [option.is_key for option in item.options]
    turned = flags[seed % len(flags) :] + flags[: seed % len(flags)]
    options = tuple(
        option.model_copy(update={"is_key": flag, "feedback": rich(f"feedback {seed}"), "share": Decimal(seed)})
        for option, flag in zip(item.options, turned, strict=True)
    )
    return item.model_copy(update={"options": options, "rationale": rich(f"rationale {seed}")})


@FORMATS
@settings(deadline=None, max_examples=30)
@given(st.one_of(choices(), multiple_responses()), st.integers(1, 5))
def test_candidates_packages_know_nothing_of_keys(format_: Format, item: AnyOptionItem, seed: int) -> None:
    """Other keys, shares, feedback and rationale: the same bytes, even from an item that nobody stripped."""
    one, other = (
        written(format_, [projected(Unit(made, None, PICTURES, made.objective), format_)], Audience.CANDIDATE)
        for made in (item, _permuted(item, seed))
    )
    assert one == other


@FORMATS
def test_candidates_packages_have_no_words_for_keys(format_: Format) -> None:
    item = candidate_view(_choice("a"))
    assert isinstance(item, ChoiceItem)
    for name, data in _files(format_, [item], Audience.CANDIDATE).items():
        words = re.findall(rb"correct|mapping|feedback|rationale|processing|Because|Yes", data, re.IGNORECASE)
        assert words == [], name


@FORMATS
def test_same_input_gives_the_same_bytes_in_the_same_order(format_: Format) -> None:
    items = [_choice("a"), _choice("b")]
    assert list(_files(format_, items).items()) == list(_files(format_, items).items())


@FORMATS
def test_stimulus_is_repeated_in_each_item(format_: Format) -> None:
    stimulus = Stimulus(id="acme", text=rich("The shared passage."))
    units = [Unit(_choice(name, stimulus="acme"), stimulus, PICTURES, "planning.one") for name in ("a", "b")]
    files = written(format_, [projected(unit, format_) for unit in units], Audience.INSTRUCTOR)
    for name in ("item-a.xml", "item-b.xml"):
        assert b'<div class="stimulus" id="stimulus-acme"><p>The shared passage.</p></div>' in files[name]


@pytest.mark.parametrize(("keys", "most"), [(1, b"0"), (2, b"2"), (3, b"3")])
def test_as_many_may_be_chosen_as_there_are_keys(keys: int, most: bytes) -> None:
    """One key in a multiple response must not give itself away."""
    options = [{"id": f"o{n}", "text": rich(str(n)), "is_key": n < keys} for n in range(4)]
    item = MultipleResponseItem.model_validate(
        {"id": "a", "objective": "a.b", "stem": rich("Which?"), "options": options}
    )
    format_ = format_named("qti21")
    (entry,) = format_.writer.fragment(Unit(item, None, {}), Audience.INSTRUCTOR).entries
    assert b'maxChoices="' + most + b'"' in entry[1]


def test_titles_are_the_authors_or_neutral() -> None:
    files = _files(format_named("qti21"), [_choice("a"), _choice("b", title='Of "x" & y')])
    assert b'title="Item a"' in files["item-a.xml"]
    assert b'title="Of &quot;x&quot; &amp; y"' in files["item-b.xml"]
