"""Digests depend on content, and on nothing else."""

import json

from hypothesis import given
from hypothesis import strategies as st

from exambank.source.digest import digest, digest_of


def test_a_digest_is_sha_256() -> None:
    assert digest(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_the_order_of_a_mapping_does_not_count_that_of_a_list_does() -> None:
    assert digest_of({"a": 1, "b": [1, 2]}) == digest_of({"b": [1, 2], "a": 1})
    assert digest_of([1, 2]) != digest_of([2, 1])


def test_what_is_joined_otherwise_differs() -> None:
    assert digest_of(["a", "bc"]) != digest_of(["ab", "c"])
    assert digest_of(["1"]) != digest_of([1])


def test_names_that_are_no_utf_8_have_a_digest() -> None:
    assert digest_of("\udcff") != digest_of("\udcfe")


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.sampled_from(["\ud800", "\x7f"]),
    lambda inner: st.lists(inner, max_size=60) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=80,
)


@given(JSON)
def test_the_form_is_that_of_json(value: object) -> None:
    """`keys.lock` holds digests that older versions made."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert digest_of(value) == digest(text.encode("utf-8", "surrogatepass"))
