"""A file into an item: which interaction it is, what its fields hold, and what is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exambank.model import from_syntax
from exambank.model.interactions.choice import OptionItem
from exambank.model.interactions.numeric import NumericItem
from exambank.model.interactions.short_text import ShortTextItem
from exambank.model.item import AnyItem
from exambank.model.validation import ITEM
from exambank.source.read import decode
from exambank.syntax.document import Document, parse


def document(body: str, **fields: str) -> Document:
    header = "".join(f"{name}: {value}\n" for name, value in {"id": "a-1", "objective": "b.c", **fields}.items())
    return parse(decode("a.md", f"---\n{header}---\n\n{body}".encode()))


def item(body: str, **fields: str) -> AnyItem:
    found, bad = from_syntax.item(document(body, **fields), {})
    assert bad == []
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("options", "interaction"),
    [
        ("- [x] A\n- [ ] B\n", "choice"),
        ("- [x] A\n- [x] B\n- [ ] C\n", "multiple-response"),
        ("- [x] True\n- [ ] False\n", "true-false"),
        ("- [ ] false\n- [x] TRUE\n", "true-false"),
        ("- [x] True\n- [ ] False\n- [ ] Perhaps\n", "choice"),
        ("- [x] Yes\n- [ ] No\n", "choice"),
        ("- [ ] A\n- [ ] B\n", "choice"),
    ],
)
def test_the_body_tells_the_interaction(options: str, interaction: str) -> None:
    assert from_syntax.interaction_of(document(f"Which?\n\n{options}")) == interaction


def test_the_front_matter_goes_before_the_body() -> None:
    assert item("Which?\n\n- [x] A\n- [ ] B\n", interaction="multiple-response").interaction == "multiple-response"


def test_nothing_tells_of_an_interaction() -> None:
    assert from_syntax.interaction_of(document("Which?\n")) is None
    found, bad = from_syntax.item(document("Which?\n"), {})
    assert found is None
    assert bad[0].at == ("interaction",)


def test_texts_and_options() -> None:
    found = item(
        "Which *one*?\n\n- [x] A\n  > Yes.\n- [ ] B\n\n## Rationale\n\nSo.\n\n## Hint\n\nLook.\n\n## Notes\n\nOurs.\n"
    )
    assert isinstance(found, OptionItem)
    assert [found.stem.source, *(text.source for text in (found.rationale, found.hint, found.notes) if text)] == [
        "Which *one*?", "So.", "Look.", "Ours.",
    ]  # fmt: skip
    assert [(option.text.source, option.is_key) for option in found.options] == [("A", True), ("B", False)]
    assert [option.feedback and option.feedback.source for option in found.options] == ["Yes.", None]


def test_an_empty_section_is_none() -> None:
    assert item("Which?\n\n- [x] A\n- [ ] B\n\n## Rationale\n\n## Hint\n").rationale is None


def test_shares_are_read_only_where_scoring_is_per_option() -> None:
    body = "Which?\n\n- [x] A (60%)\n- [x] *B (40 %)*\n- [x] C (40%)\n- [ ] D (−25.5%)\n- [ ] E (1000%)\n- [ ] F\n"
    found = item(body, scoring="per-option")
    assert isinstance(found, OptionItem)
    assert [option.share for option in found.options] == [Decimal(60), None, Decimal(40), Decimal("-25.5"), None, None]
    assert [option.text.plain for option in found.options] == ["A", "B (40 %)", "C", "D", "E (1000%)", "F"]
    assert [option.text.source for option in found.options][:2] == ["A", "*B (40 %)*"]
    plain = item(body)
    assert isinstance(plain, OptionItem)
    assert plain.options[0].text.plain == "A (60%)"
    assert plain.options[0].share is None


def test_an_option_of_a_share_alone_is_empty() -> None:
    found, _ = from_syntax.item(document("Which?\n\n- [x] A\n- [ ] (40%)\n", scoring="per-option"), {})
    assert isinstance(found, OptionItem)
    assert (found.options[1].text.source, found.options[1].text.plain) == ("", "")


def test_defaults_stand_beneath_the_front_matter() -> None:
    body = "Which?\n\n- [x] A\n- [ ] B\n"
    defaults = {"points": Decimal(2), "shuffle": False, "scoring": "per-option"}
    one, _ = from_syntax.item(document(body), defaults)
    other, _ = from_syntax.item(document(body, points="0.1", shuffle="true"), defaults)
    assert isinstance(one, OptionItem)
    assert isinstance(other, OptionItem)
    assert (one.points, one.shuffle, one.scoring) == (Decimal(2), False, "per-option")
    assert (other.points, other.shuffle) == (Decimal("0.1"), True), "a decimal, not its binary neighbour"
    typed, bad = from_syntax.item(document("How many?\n\n## Answer\n\n- 1\n", interaction="numeric"), defaults)
    assert typed is not None, bad


def test_fields_of_the_house_are_kept_apart() -> None:
    assert item("Which?\n\n- [x] A\n- [ ] B\n", **{"x-a": "{b: [1]}"}).house == {"x-a": {"b": [1]}}


def test_answers_that_are_typed_in() -> None:
    number = item("How many?\n\n## Answer\n\n- 5 ± 1\n  > Yes.\n- \\[4, 6\\] s\n", interaction="numeric")
    assert isinstance(number, NumericItem)
    assert [answer.bounds() for answer in number.answers] == [(Decimal(4), Decimal(6))] * 2
    assert number.answers[0].feedback is not None
    text = item("What?\n\n## Answer\n\n- C\\*\n- /a\\.b/\n- *x*\n", interaction="short-text", case="exact")
    assert isinstance(text, ShortTextItem)
    found = [(answer.text, answer.is_pattern) for answer in text.answers]
    assert found == [("C*", False), ("a\\.b", True), ("x", False)]


def test_a_value_that_is_refused_is_told_with_its_path() -> None:
    found, bad = from_syntax.item(document("Which?\n\n- [x] A\n- [ ] B\n", difficulty="2", tags="[1]"), {})
    assert found is None
    assert {value.at: value.message for value in bad} == {
        ("difficulty",): "`difficulty`: should be less than or equal to 1",
        ("tags", 0): "`tags.0`: should be text in quotation marks",
    }


def test_a_stimulus() -> None:
    text = "---\nid: a\nkind: stimulus\n---\n\nA *log*.\n\n- [ ] a\n"
    found, bad = from_syntax.stimulus(parse(decode("a.md", text.encode())))
    assert bad == []
    assert found is not None
    assert found.text.source == "A *log*.\n\n- [ ] a"


@given(st.sampled_from(["- [x] A\n- [ ] B\n", "- [x] A\n- [x] B\n- [ ] *C* (5%)\n", "- [x] True\n- [ ] False\n"]))
def test_an_item_goes_through_json_and_back(options: str) -> None:
    found = item(f"Which?\n\n{options}", scoring="per-option", points="2.5")
    assert ITEM.validate_json(ITEM.dump_json(found)) == found
