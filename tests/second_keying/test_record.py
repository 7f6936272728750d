"""What a filled sheet puts on record: agreement and disagreement, once for a person, and nothing that tells a key."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.small_bank import accept_all, write_small_bank
from tests.strategies.sources import PIECES

from exambank.check.run import check_bank
from exambank.finding import Finding
from exambank.second_keying.bank import KeyedBank, keyed_bank, wanted
from exambank.second_keying.record import Compared, compare, record
from exambank.second_keying.sheet import sheet

KETTLE = "items/water/water-states-001.md"
DAY = date(2026, 11, 26)
RIGHT = {
    "water-states-001": ("- [ ] 100 °C",),
    "water-states-002": ("- [ ] A glacier", "- [ ] Hail & \\<sleet>"),
    "air-layers-001": ("- [ ] Troposphere", "- [ ] Stratosphere"),
    "water-states-003": ("- [ ] False",),
    "water-measures-003": ("- [ ] 40 °C",),
    "air-layers-002": ("- [ ] 101 °C",),
}
WRITTEN = {"Answer in litres:": "2001", "Answer:": "Water"}


def blank(bank: Path, by: str) -> str:
    return sheet("small", by, wanted(keyed_bank(bank), by).questions)


def fill(text: str, *, wrong: frozenset[str] = frozenset()) -> str:
    """The sheet as somebody fills it in who knows everything but these items."""
    head, *sections = text.split("\n## ")
    return "\n## ".join([head, *(filled(one, is_wrong=name_of(one) in wrong) for one in sections)])


def name_of(section: str) -> str:
    return section.split()[1].partition("@")[0]


def filled(section: str, *, is_wrong: bool) -> str:
    right = RIGHT.get(name_of(section), ())
    options = [line for line in section.split("\n") if line.startswith("- [ ] ")]
    chosen = [next(line for line in options if line not in right)] if is_wrong and options else right
    for line in chosen:
        section = section.replace(f"{line}\n", line.replace("[ ]", "[x]", 1) + "\n")
    for line, word in WRITTEN.items():
        section = section.replace(f"\n{line}\n", f"\n{line} {'7' if is_wrong else word}\n")
    return section


def answer(bank: Path, text: str) -> Compared:
    keyed = keyed_bank(bank)
    found = compare(keyed, "sheet.md", text.encode(), DAY)
    record(keyed, found.entries)
    return found


def missing(bank: Path) -> list[str]:
    """The items without a second key."""
    return [one.place.path for one in check_bank(bank, use_cache=False).findings if one.code == "KEY009"]


def codes(findings: list[Finding]) -> list[str]:
    return [one.code for one in findings]


def test_who_agrees_everywhere_satisfies_the_rule(bank: Path) -> None:
    found = answer(bank, fill(blank(bank, "Bea")))
    assert found.findings == []
    assert [entry.match for entry in found.entries] == [True] * 8
    assert (bank / "second-keys.lock").read_text("utf-8").count("\n") == 10
    assert missing(bank) == []
    assert wanted(keyed_bank(bank), "Carl").left_out == {"matched already": 8}


def test_a_disagreement_is_told_and_recorded_without_the_key(bank: Path) -> None:
    found = answer(bank, fill(blank(bank, "Bea"), wrong=frozenset({"water-states-001", "water-measures-001"})))
    assert codes(found.findings) == ["KEY014", "KEY014"]
    assert {entry.item for entry in found.entries if not entry.match} == {"water-states-001@1", "water-measures-001@1"}
    said = " ".join(one.message + one.mend for one in found.findings) + (bank / "second-keys.lock").read_text("utf-8")
    for secret in ("100 °C", "90 °C", "2000", "2,000", "glacier", 'water"'):
        assert secret not in said
    assert missing(bank) == ["items/water/water-measures-001.md", KETTLE]


def test_a_second_try_is_recorded_and_does_not_count(bank: Path) -> None:
    text = blank(bank, "Bea")
    answer(bank, fill(text, wrong=frozenset({"water-states-001"})))
    found = answer(bank, fill(text))
    assert found.findings == []
    assert found.uncounted == {"water-states-001@1": "Bea disagreed before"}
    both = [entry.match for entry in keyed_bank(bank).record.by_item["water-states-001@1"]]
    assert sorted(both) == [False, True], "neither is lost"
    assert missing(bank) == [KETTLE]
    assert "water-states-001" not in blank(bank, "Bea"), "she is not asked again"
    assert "water-states-001" in blank(bank, "Carl")
    answer(bank, fill(blank(bank, "Carl")))
    assert missing(bank) == []


def test_a_mended_text_does_not_make_the_reviewer_blind_again(bank: Path) -> None:
    answer(bank, fill(blank(bank, "Bea"), wrong=frozenset({"water-states-001"})))
    edit(bank, "A kettle", "One kettle")
    assert "water-states-001" not in blank(bank, "Bea")
    edit(bank, "status: approved\n", "status: approved\nversion: 2\n")
    assert "water-states-001@2" in blank(bank, "Bea"), "another version is another item"


def edit(bank: Path, old: str, new: str, path: str = KETTLE) -> None:
    file = bank / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8", newline="\n")
    accept_all(bank)


def test_the_same_answer_again_leaves_the_record_as_it_is(bank: Path) -> None:
    text = fill(blank(bank, "Bea"))
    answer(bank, text)
    before = (bank / "second-keys.lock").read_bytes()
    keyed = keyed_bank(bank)
    assert record(keyed, compare(keyed, "sheet.md", text.encode(), date(2027, 1, 1)).entries) == []
    assert (bank / "second-keys.lock").read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [
        lambda bank: edit(bank, "A kettle", "One kettle"),
        lambda bank: edit(bank, "110 °C", "120 °C"),
        lambda bank: edit(bank, "- [ ] 110 °C", "- [ ] 110 °C\n- [ ] 5 °C"),
    ],
)
def test_an_item_that_changed_meanwhile_is_left_out(bank: Path, change: Callable[[Path], None]) -> None:
    text = fill(blank(bank, "Bea"))
    change(bank)
    found = answer(bank, text)
    assert [(one.code, one.message) for one in found.findings] == [
        ("KEY013", "water-states-001@1 changed since the sheet was made")
    ]
    assert len(found.entries) == 7


def test_a_passage_that_changed_meanwhile(bank: Path) -> None:
    text = fill(blank(bank, "Bea"))
    edit(bank, "40 °C at noon", "50 °C at noon", "stimuli/bath-log.md")
    assert [one.message for one in answer(bank, text).findings] == [
        "water-measures-003@1 changed since the sheet was made"
    ]


def test_an_item_that_is_gone_or_of_another_version(bank: Path) -> None:
    text = fill(blank(bank, "Bea"))
    (bank / "items/water/water-states-002.md").unlink()
    edit(bank, "status: approved\n", "status: approved\nversion: 2\n")
    assert sorted(one.message for one in answer(bank, text).findings) == [
        "no item that can be read has the id water-states-002",
        "the sheet asks water-states-001@1, and the item is water-states-001@2",
    ]


def test_a_changed_key_under_the_same_text_is_compared_as_it_is(bank: Path) -> None:
    """The sheet knows no key, so it cannot grow old with one."""
    text = fill(blank(bank, "Bea"))
    edit(bank, "- [ ] 90 °C", "- [x] 90 °C")
    edit(bank, "- [x] 100 °C", "- [ ] 100 °C")
    assert codes(answer(bank, text).findings) == ["KEY014"]


def test_while_a_line_is_at_fault_nothing_is_compared_or_recorded(bank: Path) -> None:
    text = fill(blank(bank, "Bea"), wrong=frozenset({"water-states-001"}))
    found = answer(bank, text.replace("Answer in litres: 2001", "Answer in litres: about 2"))
    assert codes(found.findings) == ["KEY012"]
    assert "water-states-001" not in found.findings[0].message
    assert found.findings[0].place.line == 1 + text[: text.index("Answer in litres")].count("\n")
    assert not (bank / "second-keys.lock").exists()


def test_an_authors_answer_does_not_count(bank: Path) -> None:
    text = fill(blank(bank, "Bea"))
    edit(bank, "status: approved\n", "status: approved\nauthor: bea\n")
    found = answer(bank, text)
    assert found.uncounted == {"water-states-001@1": "Bea wrote the item"}
    assert missing(bank) == [KETTLE]
    assert wanted(keyed_bank(bank), "BEA").left_out["written by the reviewer"] == 1


def test_a_sheet_of_another_bank(bank: Path) -> None:
    found = answer(bank, fill(blank(bank, "Bea")).replace('bank: "small"', 'bank: "large"'))
    assert codes(found.findings) == ["KEY012"]
    assert found.findings[0].place.line == 3
    assert found.entries == []


def test_an_item_without_an_answer_is_counted_and_left_out(bank: Path) -> None:
    found = answer(bank, blank(bank, "Bea"))
    assert (found.unanswered, found.entries, found.findings) == (8, [], [])
    assert not (bank / "second-keys.lock").exists()


@pytest.mark.parametrize("name", ["second-key-missing", "KEY009"])
def test_a_house_that_wants_two_matches_asks_a_second_reviewer(bank: Path, name: str) -> None:
    answer(bank, fill(blank(bank, "Bea")))
    edit(bank, "limits: {", f"limits: {{{name}: {{matches: 2}}, ", "bank.yaml")
    assert len(missing(bank)) == 8
    answer(bank, fill(blank(bank, "Carl")))
    assert missing(bank) == []
    assert wanted(keyed_bank(bank), "Dan").left_out == {"matched already": 8}


def test_a_broken_record_is_never_written_over(bank: Path) -> None:
    text = fill(blank(bank, "Bea"))
    (bank / "second-keys.lock").write_text("<<<<<<< HEAD\n")
    keyed = keyed_bank(bank)
    with pytest.raises(ValueError, match="merge conflict"):
        record(keyed, compare(keyed, "sheet.md", text.encode(), DAY).entries)
    assert (bank / "second-keys.lock").read_text() == "<<<<<<< HEAD\n"


def test_drafts_and_what_is_out_of_use_are_not_asked(bank: Path) -> None:
    edit(bank, "status: approved", "status: draft")
    edit(bank, "status: approved", "status: retired", "items/water/water-states-002.md")
    edit(bank, "status: approved", "status: review", "items/water/water-states-003.md")
    text = blank(bank, "Bea")
    assert "water-states-001" not in text
    assert "water-states-002" not in text
    assert "water-states-003" in text


@pytest.fixture(scope="module")
def still_bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KeyedBank]:
    """A bank that no test changes."""
    folder = tmp_path_factory.mktemp("still")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EXAMBANK_CACHE_DIR", str(folder / "cache"))
        yield keyed_bank(write_small_bank(folder))


@settings(max_examples=60)
@given(data=st.data())
def test_a_hostile_sheet_is_findings_with_places(still_bank: KeyedBank, data: st.DataObject) -> None:
    text = fill(sheet("small", "Bea", wanted(still_bank, "Bea").questions))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 200)))
        put_in = data.draw(
            st.one_of(st.just(""), st.just(text[start:end] * 2), st.sampled_from(PIECES), st.text(max_size=5))
        )
        text = text[:start] + put_in + text[end:]
    raw = text.encode("utf-8", "surrogatepass")
    found = compare(still_bank, "sheet.md", raw, DAY)
    assert set(codes(found.findings)) <= {"KEY012", "KEY013", "KEY014"}
    assert all(1 <= one.place.line <= 1 + len(raw.splitlines()) for one in found.findings)
    assert not (found.is_refused and found.entries)
    assert all("\n" not in one.message for one in found.findings)
