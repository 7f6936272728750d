"""The record of blind answers is read as it was written; a broken one is never an empty one; answers are weighed."""

from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exambank.keys import second_keys
from exambank.keys.second_keys import (
    SecondKeys,
    Standing,
    read_second_keys,
    second_keys_of,
    standing,
    write_second_keys,
)
from exambank.model.second_key import SecondKey
from exambank.source.read import decode

ITEM = "a-001@1"
KEY, OTHER = "1" * 64, "2" * 64
SUBJECT = (ITEM, KEY, KEY, None)
names = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Zs")), min_size=1, max_size=8)
digests = st.sampled_from((KEY, OTHER))
entries = st.builds(
    SecondKey,
    item=st.sampled_from((ITEM, "a-001@2", "b-001@1")),
    by=names | st.sampled_from(("Bea", "Carl Lee", "花子")),
    on=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    match=st.booleans(),
    key=digests,
    text=digests,
    stimulus=st.none() | digests,
)
records = st.lists(entries, max_size=5)


def answer(by: str, *, match: bool = True, item: str = ITEM, key: str = KEY, stimulus: str | None = None) -> SecondKey:
    return SecondKey(item=item, by=by, on=date(2026, 11, 20), match=match, key=key, text=KEY, stimulus=stimulus)


WHOLE = write_second_keys([answer("Bea"), answer("Carl", match=False), answer("花子", stimulus=OTHER)])


@given(records)
def test_what_is_written_is_read_back(found: list[SecondKey]) -> None:
    record = read_second_keys(write_second_keys(found))
    assert record.exists
    assert record.fault is None
    assert set(record.entries) == set(found)
    assert write_second_keys(record.entries) == write_second_keys(found)


@given(records)
def test_the_order_of_entries_makes_no_difference(found: list[SecondKey]) -> None:
    assert write_second_keys(reversed(found)) == write_second_keys(found)


def test_an_entry_is_a_line_and_tells_no_key() -> None:
    lines = WHOLE.split("\n")
    assert len(lines) == 6
    assert lines[1] == (
        f'{{"item": "a-001@1", "by": "Bea", "on": "2026-11-20", "match": true, "key": "{KEY}", "text": "{KEY}"}},'
    )


def test_no_file_is_no_record() -> None:
    assert read_second_keys(None) == SecondKeys(exists=False)
    assert second_keys_of(None) == SecondKeys(exists=False)


def test_line_ends_that_git_wrote_are_no_fault() -> None:
    file = decode("second-keys.lock", WHOLE.replace("\n", "\r\n").encode())
    assert second_keys_of(file) == read_second_keys(WHOLE)


def test_a_file_that_is_not_utf8_is_at_fault_at_its_line() -> None:
    file = decode("second-keys.lock", WHOLE.encode().replace(b"Carl", b"K\xe4thi"))
    assert second_keys_of(file).fault == (3, "byte 0xE4 is not UTF-8", "save the file as UTF-8")


@pytest.mark.parametrize("end", range(len(WHOLE)))
def test_a_record_that_was_cut_off_is_at_fault(end: int) -> None:
    record = read_second_keys(WHOLE[:end])
    assert record.fault is not None
    assert record.entries == ()


@given(st.integers(0, len(WHOLE)), st.integers(0, 40), st.sampled_from(("", "x", '"', ",", "\n", "{}", "=======\n")))
def test_a_record_with_something_cut_or_put_in_is_at_fault_or_says_the_same(start: int, size: int, put: str) -> None:
    text = WHOLE[:start] + put + WHOLE[start + size :]
    record = read_second_keys(text)
    if record.fault is None:  # a name, a day or a digest that is another one
        assert text.count("\n") == 2 + len(record.entries) + (len(record.entries) == 0)
        assert sorted(write_second_keys(record.entries).replace(",", "")) == sorted(text.replace(",", ""))


@given(
    entries,
    st.integers(0, 300),
    st.integers(0, 12),
    st.sampled_from(("", "x", '"', ",", "\\", "\\u0061", " ", "0", "\u2028", "é", "@")),
)
def test_the_quick_reader_gives_what_the_other_gives(entry: SecondKey, start: int, size: int, put: str) -> None:
    whole = write_second_keys([entry]).split("\n")[1]
    for line in (whole, whole[:start] + put + whole[start + size :]):
        quick = second_keys._entry(line)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("exambank.keys.second_keys._plain_entry", lambda _: None)
            assert quick == second_keys._entry(line)
        assert second_keys._plain_entry(whole) is not None or "\\" in whole or '\\"' in whole


@given(st.text(alphabet='{}[]":,1 format entries@\n<=>', max_size=60))
def test_any_text_is_a_record_or_has_a_fault(text: str) -> None:
    record = read_second_keys(text)
    assert record.exists
    assert record.fault is not None or set(read_second_keys(write_second_keys(record.entries)).entries) == set(
        record.entries
    )


@pytest.mark.parametrize(
    ("found", "stands"),
    [
        ([], Standing()),
        ([answer("Bea")], Standing(agree=1)),
        ([answer("Bea"), answer(" BEA ".strip())], Standing(agree=1)),
        ([answer("Bea"), answer("Carl")], Standing(agree=2)),
        ([answer("Bea", match=False)], Standing(differ=1)),
        ([answer("Bea", match=False), answer("Bea")], Standing(differ=1)),
        ([answer("Bea", match=False, key=OTHER), answer("Bea")], Standing(again=1)),
        ([answer("Bea", match=False, key=OTHER)], Standing(void=1)),
        ([answer("Bea", key=OTHER), answer("Bea")], Standing(agree=1)),
        ([answer("Bea", stimulus=OTHER)], Standing(void=1)),
        ([answer("Ann")], Standing(own=1)),
        ([answer("Ann", match=False), answer("Bea")], Standing(agree=1, own=1)),
        ([answer("Ann", key=OTHER)], Standing()),
    ],
)
def test_answers_are_weighed_whatever_their_order(found: list[SecondKey], stands: Standing) -> None:
    for order in permutations(found):
        assert standing(order, SUBJECT, "ann") == stands


@pytest.mark.parametrize(
    ("agree", "differ", "matches", "suffices"),
    [
        (0, 0, 1, False),
        (1, 0, 1, True),
        (1, 1, 1, True),
        (1, 2, 1, False),
        (2, 2, 1, True),
        (1, 0, 2, False),
        (2, 0, 2, True),
    ],
)
def test_when_a_key_stands(agree: int, differ: int, matches: int, suffices: bool) -> None:
    assert Standing(agree=agree, differ=differ).suffices(matches) is suffices


def test_the_author_of_an_item_without_one_is_nobody() -> None:
    assert standing([answer("Bea")], SUBJECT, "") == Standing(agree=1)
