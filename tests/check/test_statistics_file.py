"""The file is read as it was written; what is wrong with it is told where it stands, and the other entries count."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.small_bank import write_small_bank

from exambank.check import statistics_file
from exambank.check.statistics_file import parse_statistics, read_statistics, write_statistics
from exambank.finding import Severity
from exambank.model.statistics import ItemStatistics, OptionStatistics
from exambank.source.discover import STATISTICS_FILE

shares = st.floats(0, 1) | st.sampled_from([0, 1])
correlations = st.none() | st.floats(-1, 1)
option_ids = st.sampled_from([f"o{digit * 10}" for digit in "09af"])
options = st.builds(OptionStatistics, share=shares, r=correlations, top=st.none() | shares)
digests = st.sampled_from([digit * 64 for digit in "09af"])
entries = st.builds(
    ItemStatistics, key=digests, text=digests, n=st.integers(1, 10**9), facility=shares, discrimination=correlations,
    options=st.dictionaries(option_ids, options, max_size=3), omitted=shares,
)  # fmt: skip
names = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[0-9]{1,3})?@[1-9][0-9]?", fullmatch=True)
files = st.dictionaries(names, entries, max_size=4)

DIGEST = "0" * 64
OPTIONS = {"o0123456789": OptionStatistics(share=0.5, r=0.3, top=0.9), "oabcdef0123": OptionStatistics(share=0.5)}
ENTRY = ItemStatistics(key=DIGEST, text=DIGEST, n=240, facility=0.5, discrimination=0.3, options=OPTIONS, omitted=0.01)
WHOLE = write_statistics({"a-001@1": ENTRY, "b-001@2": ItemStatistics(key=DIGEST, text=DIGEST, n=1, facility=1)})


@given(files)
def test_what_is_written_is_read_back(given_entries: dict[str, ItemStatistics]) -> None:
    found = parse_statistics(write_statistics(given_entries))
    assert found.entries == given_entries
    assert found.findings == ()


@given(files)
def test_it_is_sorted_and_an_entry_is_a_line(given_entries: dict[str, ItemStatistics]) -> None:
    text = write_statistics(given_entries)
    assert write_statistics(dict(reversed(given_entries.items()))) == text
    lines = text.split("\n")[1:-2]
    assert [json.loads("{" + line.rstrip(",") + "}").popitem()[0] for line in lines if line] == sorted(given_entries)


@given(files)
def test_the_quick_reader_reads_what_is_written(given_entries: dict[str, ItemStatistics]) -> None:
    assert statistics_file._plain_entries(write_statistics(given_entries)) == given_entries


@given(files, st.sampled_from([1, "\t", None]))
def test_any_layout_will_do(given_entries: dict[str, ItemStatistics], layout: int | str | None) -> None:
    text = json.dumps(json.loads(write_statistics(given_entries)), indent=layout, separators=(" , ", " : "))
    assert parse_statistics(text).entries == given_entries


@pytest.mark.parametrize(
    ("old", "new", "line", "stands", "words"),
    [
        (WHOLE, "", 1, "", "it is not JSON: Expecting value"),
        (WHOLE, "null", 1, "null", "it is no statistics file of format 1"),
        (WHOLE, "[" * 100_000, 1, "[", "it is not JSON: maximum recursion depth exceeded"),
        ('"format": 1', '"format": 2', 1, "2, ", "it is no statistics file of format 1"),
        ('"format": 1', '"format": true', 1, "true, ", "it is no statistics file of format 1"),
        ('"format": 1, ', "", 1, "{", "it is no statistics file of format 1"),
        ('"items": {', '"x": 1, "items": {', 1, "1, ", 'there is no field "x"'),
        (WHOLE, '{"format": 1, "items": []}', 1, '"items"', "`items` is to hold the entries by `id@version`"),
        ("\n}}\n", "\n", 4, "", "it is not JSON: Expecting ',' delimiter"),
        ("a-001@1", "a-001", 2, '"a-001"', '"a-001" is no item with its version'),
        ("a-001@1", "a-001@0", 2, '"a-001@0"', '"a-001@0" is no item with its version'),
        ("a-001@1", "a" * 80 + "@1", 2, '"aaa', "is no item with its version"),
        ("a-001@1", "\\u001b[2J\\ud800", 2, '"\\u001b', '"\ufffd[2J\ufffd" is no item with its version'),
        ("b-001@2", "a-001@1", 3, '"a-001@1"', '"a-001@1" stands twice'),
        ('"n": 240', '"n": 240, "n": 241', 2, "241", '"n" stands twice'),
        ('"n": 240', '"n": 240, "n" : 241', 2, "241", '"n" stands twice'),
        ('"n": 240', '"n": 0', 2, "0, ", "`n`: should be greater than or equal to 1"),
        ('"n": 240', '"n": 2.5', 2, "2.5", "`n`: should be a whole number"),
        ('"n": 240', '"n": "many"', 2, '"many"', "`n`: should be a whole number"),
        ('"n": 240, ', "", 2, '"a-001@1"', "`n`: is missing"),
        ('"n": 240', '"m": 240, "n": 1', 2, "240", "`m`: there is no such field"),
        ('"facility": 0.5', '"facility": 1.01', 2, "1.01", "`facility`: should be less than or equal to 1"),
        ('"facility": 0.5', '"facility": 62', 2, "62", "`facility`: should be less than or equal to 1"),
        ('"facility": 0.5', '"facility": NaN', 1, "{", "it is not JSON: NaN is no number"),
        ('"facility": 0.5', '"facility": -Infinity', 1, "{", "it is not JSON: -Infinity is no number"),
        ('"facility": 0.5', '"facility": 1e999', 2, "1e999", "`facility`: should be less than or equal to 1"),
        ('"discrimination": 0.3', '"discrimination": -1.1', 2, "-1.1", "`discrimination`: should be greater"),
        ('"o0123456789"', '"A"', 2, '"A"', '"A" is no option\'s id'),
        ('"share": 0.5, "r"', '"share": "half", "r"', 2, '"half"', "should be a number"),
        ('"top": 0.9', '"top": 1.9', 2, "1.9", "should be less than or equal to 1"),
        (f'"key": "{DIGEST}"', '"key": "0"', 2, '"0"', "`key` is no digest of 64 hexadecimal digits"),
        (WHOLE, '{"format": 1, "items": {"a@1": 5}}', 1, "5", "should be a mapping"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(old: str, new: str, line: int, stands: str, words: str) -> None:
    assert old in WHOLE
    text = WHOLE.replace(old, new, 1)
    (finding,) = parse_statistics(text).findings
    assert (finding.code, finding.severity) == ("BNK010", Severity.ERROR)
    place = finding.place
    assert (place.path, place.line) == (STATISTICS_FILE, line)
    assert text.split("\n")[line - 1][place.column - 1 :].startswith(stands)
    assert words in finding.message
    assert finding.mend


def test_a_sound_file_has_no_finding() -> None:
    assert parse_statistics(WHOLE).findings == ()


def test_entries_that_are_right_count_beside_one_that_is_wrong() -> None:
    found = parse_statistics(WHOLE.replace('"n": 240', '"n": -1'))
    assert list(found.entries) == ["b-001@2"]
    assert len(found.findings) == 1


def test_what_is_not_known_may_be_null() -> None:
    found = parse_statistics(WHOLE.replace('"discrimination": 0.3', '"discrimination": null'))
    assert found.findings == ()
    assert found.entries["a-001@1"].discrimination is None


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> theirs", "||||||| base"])
def test_a_conflict_is_found_at_its_line(mark: str) -> None:
    lines = WHOLE.split("\n")
    found = parse_statistics("\n".join([*lines[:2], mark, *lines[2:]]))
    assert [(one.place.line, one.message) for one in found.findings] == [(3, "a merge conflict was left here")]
    assert found.entries == {}


@pytest.mark.parametrize("end", range(0, len(WHOLE) - 2, 7))
def test_a_file_that_was_cut_off_is_at_fault(end: int) -> None:
    found = parse_statistics(WHOLE[:end])
    assert found.entries == {}
    assert len(found.findings) == 1


def test_bytes_that_are_no_text_and_links(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = write_small_bank(tmp_path_factory.mktemp("bank"))
    (root / STATISTICS_FILE).write_bytes(b'{"format": 1,\n "items": {\xff}}')
    (finding,) = read_statistics(root).findings
    assert (finding.place.line, finding.message) == (2, "byte 0xFF is not UTF-8")
    (root / STATISTICS_FILE).unlink()
    (root / STATISTICS_FILE).symlink_to(root / "nowhere.json")
    assert [one.message for one in read_statistics(root).findings] == ["the file is a symbolic link"]


CUTS = (
    "\n=======\n",
    '"n": 1, ',
    '"r": null, ',
    '"',
    "{",
    "}",
    ",",
    ":",
    " ",
    '" ',
    "2",
    "-",
    "9e99",
    '"a@1": ',
    "\\u00",
)


@st.composite
def broken(draw: st.DrawFn) -> str:
    """A file as it is written, or with something cut, doubled or put in."""
    text = write_statistics(draw(files))
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 30)))
        text = text[:start] + draw(st.sampled_from(["", text[start:end] * 2, *CUTS])) + text[end:]
    return text


@given(broken() | st.text(alphabet='{}[]":,1 format items@n\n<=>', max_size=60))
def test_the_quick_reader_gives_what_the_other_gives(text: str) -> None:
    quick = parse_statistics(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(statistics_file, "_plain_entries", lambda _: None)
        slow = parse_statistics(text)
    assert quick == slow
    lines = text.split("\n")
    for finding in quick.findings:
        assert finding.place.line <= len(lines)
        assert finding.place.column <= len(lines[finding.place.line - 1]) + 1
        assert finding.message.strip() == " ".join(finding.message.split())


@settings(max_examples=200)
@given(data=st.binary(max_size=200))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    root = tmp_path_factory.getbasetemp()
    (root / STATISTICS_FILE).write_bytes(data)
    found = read_statistics(root)
    assert found.findings or found.entries == {} or re.search(rb"@", data)
