"""An option's id follows from the item and the option's text, and from nothing else."""

import re

from hypothesis import given
from hypothesis import strategies as st

from exambank.check.examine import examine
from exambank.check.setting import Setting
from exambank.model.identity import option_id
from exambank.model.interactions.choice import OptionItem
from exambank.richtext.text import RichText
from exambank.source.read import decode

HEADER = "---\nid: {id}\nobjective: b.c\nstatus: draft\n---\n\nWhich?\n\n"


def ids(options: list[str], item_id: str = "a-1") -> dict[str, str]:
    """Text → id, as they come out of a file."""
    text = HEADER.format(id=item_id) + "".join(option + "\n" for option in options)
    subject = examine(decode("a.md", text.encode()), Setting()).subject
    assert isinstance(subject, OptionItem)
    return {option.text.plain: option.id for option in subject.options}


@given(st.permutations(["- [x] Budget", "- [ ] Need", "- [ ] Weather", "- [ ] 天気"]))
def test_an_id_survives_every_order(options: list[str]) -> None:
    assert ids(options) == ids(sorted(options))


def test_an_id_tells_nothing_of_the_key_or_the_feedback() -> None:
    assert ids(["- [x] Budget", "- [ ] Need"]) == ids(["- [ ] Budget\n  > No.", "- [x] Need"])


def test_an_id_differs_from_item_to_item_and_from_text_to_text() -> None:
    one, two = ids(["- [x] Budget", "- [ ] Need"]), ids(["- [x] Budget", "- [ ] Need"], "a-2")
    assert len({*one.values(), *two.values()}) == 4


def test_another_way_to_write_the_same_text_is_the_same_option() -> None:
    same = ["The *budget*", "The _budget_", "The  *budget*", "The\n*budget*"]
    assert len({option_id("a", RichText(text)) for text in same}) == 1
    assert option_id("a", RichText("The budget")) != option_id("a", RichText("The *budget*"))


@given(st.text(max_size=30))
def test_an_id_is_an_ncname_of_one_length(text: str) -> None:
    assert re.fullmatch(r"o[0-9a-f]{10}", option_id("a", RichText(text)))


def test_ids_never_change() -> None:
    """Packages that were handed out hold them."""
    assert option_id("planning-quota-001", RichText("5,000")) == "o23f6a3b8af"
