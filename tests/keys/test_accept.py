"""What accepting does to the lock: exactly what was asked for."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from exambank.keys.accept import applied, changes
from exambank.keys.lock import LockEntry, entry_name


@dataclass(frozen=True)
class Item:
    id: str
    version: int
    key_digest: str
    text_digest: str
    keyed: tuple[str, ...] = ("A",)


def entry(key: str, text: str, reason: str = "first") -> LockEntry:
    return LockEntry(key, text, ("A",), reason)


LOCK = {"a@1": entry("k", "t"), "b@1": entry("k", "t"), "gone@1": entry("k", "t")}
ITEMS = [Item("a", 1, "k", "t"), Item("b", 1, "other", "t"), Item("c", 1, "k", "t")]


def names(wanted: frozenset[str] | None) -> list[str]:
    return [change.name for change in changes(LOCK, ITEMS, wanted, "why")]


def test_all_that_differs_is_accepted_in_order() -> None:
    assert names(None) == ["b@1", "c@1", "gone@1"]


def test_only_what_is_named_changes() -> None:
    assert names(frozenset({"b"})) == ["b@1"]
    assert names(frozenset({"a"})) == []
    assert names(frozenset({"gone"})) == ["gone@1"]
    assert names(frozenset()) == []


def test_a_changed_text_is_accepted_as_well() -> None:
    (change,) = changes({"a@1": entry("k", "t")}, [Item("a", 1, "k", "new")], None, "why")
    assert change.before == entry("k", "t")
    assert change.after == entry("k", "new", "why")


def test_a_new_version_leaves_the_old_entry() -> None:
    found = changes({"a@1": entry("k", "t")}, [Item("a", 2, "other", "t")], None, "why")
    assert [change.name for change in found] == ["a@2"]
    assert set(applied({"a@1": entry("k", "t")}, found)) == {"a@1", "a@2"}


items = st.builds(Item, st.sampled_from("abcd"), st.integers(1, 2), st.sampled_from("kl"), st.sampled_from("tu"))
locks = st.dictionaries(
    st.builds(entry_name, st.sampled_from("abcde"), st.integers(1, 2)),
    st.builds(entry, st.sampled_from("kl"), st.sampled_from("tu")),
)


@given(lock=locks, found=st.lists(items, max_size=4, unique_by=lambda item: item.id))
def test_after_accepting_all_nothing_is_left_to_accept(lock: dict[str, LockEntry], found: list[Item]) -> None:
    after = applied(lock, changes(lock, found, None, "why"))
    assert changes(after, found, None, "why") == []
    for item in found:
        assert after[entry_name(item.id, item.version)].key == item.key_digest


@given(lock=locks, found=st.lists(items, max_size=4, unique_by=lambda item: item.id), name=st.sampled_from("abcde"))
def test_accepting_one_item_touches_no_other(lock: dict[str, LockEntry], found: list[Item], name: str) -> None:
    after = applied(lock, changes(lock, found, frozenset({name}), "why"))
    assert {n: e for n, e in after.items() if n[0] != name} == {n: e for n, e in lock.items() if n[0] != name}
