"""The key's digest changes with the key; the text's with what candidates see; neither with anything else."""

from pathlib import Path

import pytest
from tests.small_bank import GAP_ITEMS, HEADER, ITEMS, PER_OPTION

from exambank.check.examine import examine
from exambank.check.setting import Setting
from exambank.keys.digests import key_digest, keyed_words, review_digest, text_digest
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus
from exambank.source.read import decode

SOURCES = {
    name: HEADER.format(id=name, objective=objective, more=more) + body
    for name, objective, more, body in (*ITEMS, *GAP_ITEMS)
}

SEVERAL_OPTIONS = "- [x] A glacier\n- [ ] A cloud of `steam`\n- [x] Hail & \\<sleet\\>"


def item(text: str) -> AnyItem:
    subject = examine(decode("a.md", text.encode()), Setting()).subject
    assert subject is not None
    assert not isinstance(subject, Stimulus)
    return subject


def edited(name: str, old: str, new: str) -> tuple[AnyItem, AnyItem]:
    assert old in SOURCES[name]
    return item(SOURCES[name]), item(SOURCES[name].replace(old, new))


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("water-states-001", "- [ ] 90 °C", "- [x] 90 °C"),
        ("water-states-001", "- [x] 100 °C", "- [x] 101 °C"),
        ("air-layers-001", "(60%)", "(55%)"),
        ("air-layers-001", "(−30%)", "(−20%)"),
        ("air-layers-001", "scoring: per-option\n", ""),
        ("water-measures-001", "± 5", "± 6"),
        ("water-measures-001", "litres\n  >", "gallons\n  >"),
        ("water-measures-002", "- H2O", "- /H2O/"),
        ("water-states-004", "case: exact\n", ""),
        ("water-states-004", "- vapour", "- gas"),
        ("water-states-004", "- steam", "- /steam/"),
        ("air-layers-003", "- [x] 12 km\n- [ ] 50 km", "- [ ] 12 km\n- [x] 50 km"),
        ("air-layers-003", "- [x] 12 km", "- [x] 13 km"),
        ("water-measures-002", "interaction: short-text\n", "interaction: short-text\ncase: exact\n"),
    ],
)
def test_the_keys_digest_changes_and_so_do_its_words(name: str, old: str, new: str) -> None:
    before, after = edited(name, old, new)
    assert key_digest(before) != key_digest(after)
    assert keyed_words(before) != keyed_words(after), "a person is shown what changed"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("water-states-001", "110 °C", "111 °C"),
        ("water-states-001", "> At sea level", "> Near the sea"),
        ("water-states-001", "A kettle", "A pan"),
        ("water-states-001", "difficulty: 0.6", "difficulty: 0.7"),
        ("water-states-002", SEVERAL_OPTIONS, "\n".join(reversed(SEVERAL_OPTIONS.split("\n")))),
        ("water-measures-001", "2000 ± 5", "2,000 ± 5"),
        ("water-measures-002", "- water\n- H2O", "- H2O\n- water"),
        ("water-states-004", "- steam\n  > Or water vapour.\n- vapour", "- vapour\n- steam"),
        ("water-states-004", "[(b)]", "[____]"),
        ("air-layers-003", "- [x] 12 km\n- [ ] 50 km", "- [ ] 51 km\n- [x] 12 km"),
    ],
)
def test_the_keys_digest_stays(name: str, old: str, new: str) -> None:
    before, after = edited(name, old, new)
    assert (key_digest(before), keyed_words(before)[:1]) != ("", [])
    assert key_digest(before) == key_digest(after)


@pytest.mark.parametrize(
    ("name", "old", "new", "changes"),
    [
        ("water-states-001", "A kettle", "A pan", True),
        ("water-states-001", "110 °C", "111 °C", True),
        ("water-states-001", "Think of the *pressure*", "Think of pressure", True),
        ("water-measures-003", "stimulus: bath-log", "stimulus: sea-log", True),
        ("water-measures-001", "litres\n  >", "gallons\n  >", True),
        ("water-states-001", "- [ ] 90 °C", "- [x] 90 °C", False),
        ("water-states-001", "The boiling point falls", "Boiling points fall", False),
        ("water-states-001", "> At sea level", "> Near the sea", False),
        ("water-states-001", "**sea level**", "__sea   level__", False),
        ("water-measures-001", "± 5", "± 6", False),
        ("water-states-004", "- vapour", "- gas", False),
        ("water-states-004", "[(b)]", "[____]", False),
        ("water-states-004", "turns", "goes", True),
        ("air-layers-003", "- [ ] mesosphere", "- [ ] exosphere", True),
        ("air-layers-003", "- [x] 12 km\n- [ ] 50 km", "- [ ] 12 km\n- [x] 50 km", False),
    ],
)
def test_the_texts_digest(name: str, old: str, new: str, changes: bool) -> None:
    before, after = edited(name, old, new)
    assert (text_digest(before) != text_digest(after)) is changes


def test_words_of_a_key_with_shares() -> None:
    assert keyed_words(item(SOURCES["air-layers-001"])) == [
        "Troposphere (60%)", "Stratosphere (40%)", "Mesosphere (-30%)",
    ]  # fmt: skip
    assert "(60%)" in PER_OPTION


def test_digests_never_change() -> None:
    """Locks of banks hold them: another value here is a change that every user must be told of."""
    lines = (Path(__file__).parent / "digests.txt").read_text("utf-8").splitlines()
    assert lines == [f"{name} {key_digest(item(text))} {text_digest(item(text))}" for name, text in SOURCES.items()]


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("A kettle", "A pan", True),
        ("110 °C", "111 °C", True),
        ("- [ ] 90 °C", "- [x] 90 °C", True),
        ("The boiling point falls", "Boiling points fall", False),
        ("status: approved", "status: review", False),
    ],
)
def test_a_review_is_of_text_and_key(old: str, new: str, changes: bool) -> None:
    before, after = edited("water-states-001", old, new)
    assert (review_digest(before) != review_digest(after)) is changes
    assert review_digest(before)[0] == "r", "YAML takes no text with a letter in front for a number"
