"""The lock is read as it was written, and a broken one is never an empty one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exambank.keys import lock as lock_file
from exambank.keys.lock import Lock, LockEntry, entry_name, read_lock, write_lock

words = st.text(max_size=12)
names = st.builds(entry_name, st.from_regex(r"[a-z]{1,8}(-[0-9]{1,3})?", fullmatch=True), st.integers(1, 99)) | words
entries = st.builds(LockEntry, words, words, st.lists(words, max_size=3).map(tuple), words)
locks = st.dictionaries(names, entries, max_size=5)

WHOLE = write_lock({
    "a-001@1": LockEntry("k", "t", ("Budget", "<<<<<<< \u2028"), "first"),
    "b-001@2": LockEntry("k", "t", (), 'a "reason"\n=======\n'),
})  # fmt: skip


@given(locks)
def test_what_is_written_is_read_back(lock: dict[str, LockEntry]) -> None:
    assert read_lock(write_lock(lock)) == Lock(lock, exists=True)


@given(locks)
def test_the_order_of_entries_makes_no_difference(lock: dict[str, LockEntry]) -> None:
    assert write_lock(dict(reversed(lock.items()))) == write_lock(lock)


def test_an_entry_is_a_line_so_that_a_diff_stays_readable() -> None:
    lines = WHOLE.split("\n")
    assert len(lines) == 5
    assert lines[1].startswith('"a-001@1": ')


def test_no_file_is_no_lock() -> None:
    assert read_lock(None) == Lock({}, exists=False, fault=None)


@pytest.mark.parametrize("end", range(len(WHOLE) - 2))
def test_a_lock_that_was_cut_off_is_at_fault(end: int) -> None:
    lock = read_lock(WHOLE[:end])
    assert lock.exists
    assert lock.fault is not None
    assert lock.entries == {}


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> theirs", "||||||| base"])
def test_a_conflict_is_found_at_its_line(mark: str) -> None:
    lines = WHOLE.split("\n")
    lock = read_lock("\n".join([*lines[:2], mark, *lines[2:]]))
    assert lock.fault is not None
    assert lock.fault[:2] == (3, "a merge conflict was left in the lock")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON"),
        ("null", "not of format 1"),
        ("[]", "not of format 1"),
        ("{}", "not of format 1"),
        ('{"format": 1}', "not of format 1"),
        ('{"format": 2, "items": {}}', "not of format 1"),
        ('{"format": 1, "items": []}', "not of format 1"),
        ('{"format": 1, "items": {"a@1": 1}}', "`a@1` lacks"),
        ('{"format": 1, "items": {"a@1": {"key": "k", "text": "t", "reason": "r"}}}', "`a@1` lacks"),
        ('{"format": 1, "items": {"a@1": {"key": "k", "text": "t", "keyed": 1, "reason": "r"}}}', "`a@1` lacks"),
        ('{"format": 1, "items": {"a@1": {}, "a@1": {}}}', "`a@1` twice"),
        ('{"format": 1, "items": {"a@1": {"key": "k", "key": "l"}}}', "`key` twice"),
        ('{"format": 1, "items": {}, "items": {}}', "`items` twice"),
        ("[" * 100_000, ""),
    ],
)
def test_what_is_no_lock_is_said_to_be_none(text: str, words: str) -> None:
    lock = read_lock(text)
    assert lock.exists
    assert lock.fault is not None
    assert words in lock.fault[1]


@settings(max_examples=100)
@given(st.text(alphabet='{}[]":,1 format items@key\n<=>', max_size=60))
def test_any_text_is_a_lock_or_has_a_fault(text: str) -> None:
    lock = read_lock(text)
    assert lock.exists
    assert lock.fault is not None or lock.entries == read_lock(write_lock(lock.entries)).entries


WORDS = st.text(max_size=6) | st.sampled_from(['": "', '\\"', '" :', "key", "\\", "a\\", "é", "\ud800"])
ENTRIES = st.dictionaries(
    st.from_regex(r"[a-z]{1,3}@[1-9]", fullmatch=True) | WORDS,
    st.builds(LockEntry, WORDS, WORDS, st.lists(WORDS, max_size=2).map(tuple), WORDS),
    max_size=3,
)
CUTS = (
    "\n=======\n",
    '"key": "',
    '"text": ',
    '"keyed": ["x"], ',
    ", ",
    "}",
    '"format": 1, ',
    "\n",
    " ",
    '" ',
    '"a@1": ',
    '"',
    ":",
    "2",
)


@st.composite
def lock_texts(draw: st.DrawFn) -> str:
    """A lock as it is written, or with something cut, doubled or put in."""
    text = write_lock(draw(ENTRIES))
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 30)))
        put_in = draw(st.sampled_from(["", text[start:end] * 2, *CUTS]))
        text = text[:start] + put_in + text[end:]
    return text


@given(lock_texts())
def test_the_quick_reader_gives_what_the_other_gives(text: str) -> None:
    quick = read_lock(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("exambank.keys.lock._plain_entries", lambda _: None)
        assert quick == read_lock(text)


@given(ENTRIES)
def test_a_lock_as_it_is_written_is_read_quickly(entries: dict[str, LockEntry]) -> None:
    """Save where a text holds what is escaped, or begins as a name ends."""
    text = write_lock(entries)
    texts = [word for name, one in entries.items() for word in (name, one.key, one.text, *one.keyed, one.reason)]
    if not any(mark in text for mark in ('\\"', "\\u", "\ud800")) and not any(one[:1] == ":" for one in texts):
        assert lock_file._plain_entries(text) == entries
