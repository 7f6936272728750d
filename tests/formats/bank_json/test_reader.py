"""Hostile and broken packages: each fault costs a finding with a JSON pointer, and the other items are read."""

import hashlib
import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.asi.packages import BANK, BLUEPRINT, reread

from exambank.formats.bank_json import stream
from exambank.formats.bank_json.schema import OWN_SETTINGS
from exambank.formats.contract import ReadItem, format_named

FORMAT = format_named("json")
ITEM: dict[str, Any] = {
    "id": "q-1",
    "objective": "a.b",
    "interaction": "choice",
    "stem": "Which?",
    "options": [{"id": "o1", "text": "A", "is_key": True}, {"id": "o2", "text": "B", "is_key": False}],
}


def document(**changes: Any) -> dict[str, Any]:
    whole = {
        "format": "exambank-package",
        "version": 1,
        "audience": "instructor",
        "bank": BANK.model_dump(is_json=True, exclude=OWN_SETTINGS),
        "blueprint": BLUEPRINT.model_dump(is_json=True),
        "items": [ITEM],
        "stimuli": [],
        "media": [],
    }
    return {name: value for name, value in {**whole, **changes}.items() if value is not None}


def read(data: bytes | dict[str, Any], **files: bytes) -> list[ReadItem]:
    text = data if isinstance(data, bytes) else json.dumps(data).encode()
    return reread(FORMAT, {"bank.json": text, **files})


def told(found: list[ReadItem]) -> list[str]:
    return [f"{finding.place.path} {finding.message}" for one in found for finding in one.findings]


def test_a_good_package_has_no_findings() -> None:
    (one,) = read(document())
    assert told([one]) == []
    assert one.item is not None
    assert one.item.id == "q-1"


@pytest.mark.parametrize(
    ("change", "pointer", "words"),
    [
        ({"stem": None}, "/items/0", "'stem' is a required property"),
        ({"stem": 3}, "/items/0/stem", "3 is not of type 'string'"),
        ({"points": -1}, "/items/0/points", "less than or equal to the minimum of 0"),
        ({"options": [{"id": "o1", "text": "A", "is_key": True}]}, "/items/0/options", "too short"),
        ({"interaction": "essay"}, "/items/0", "interaction"),
        ({"notes": "x"}, "/items/0", "'notes'"),
        ({"stimulus": "nowhere"}, "/items/0", "'nowhere'"),
        ({"unknown": 1}, "/items/0", "'unknown'"),
    ],
)
def test_what_the_schema_refuses_has_its_pointer(change: dict[str, Any], pointer: str, words: str) -> None:
    bad = {name: value for name, value in {**ITEM, **change}.items() if value is not None}
    found = read(document(items=[bad, {**ITEM, "id": "q-2"}]))
    assert told(found)[0].startswith(f"bank.json#{pointer} ")
    assert words in told(found)[0]
    assert found[-1].item is not None


def test_a_key_in_a_candidates_package_is_refused() -> None:
    found = read(document(audience="candidate"))
    assert any("is_key" in line for line in told(found))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"format": "other"}, "bank.json/format"),
        ({"version": 2}, "bank.json/version"),
        ({"bank": None}, "'bank' is a required property"),
        ({"items": None}, "`items` is missing"),
        ({"stimuli": None}, "`stimuli` is missing"),
        ({"items": {}}, "`items` is not an array"),
        ({"extra": 1}, "`extra` is no member"),
        ({"media": [{"path": "media/a.png", "sha256": "0" * 64, "size": 1}]}, "there is no media/a.png"),
        ({"media": [{"path": "../a.png", "sha256": "0" * 64, "size": 1}]}, "#/media/0/path"),
        ({"stimuli": [{"id": "A"}]}, "#/stimuli/0"),
    ],
)
def test_a_fault_beside_the_items_is_told(change: dict[str, Any], words: str) -> None:
    assert any(words in line for line in told(read(document(**change)))), told(read(document(**change)))


def test_a_picture_with_another_digest_is_told() -> None:
    good = {"path": "media/a.png", "sha256": hashlib.sha256(b"x").hexdigest(), "size": 1}
    assert told(read(document(media=[good]), **{"media/a.png": b"x"})) == []
    assert "another digest" in told(read(document(media=[good]), **{"media/a.png": b"y"}))[0]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{",
        b'{"items": [',
        b'{"a": 1, "a": 2}',
        b'{"bank": {"id": 1, "id": 2}}',
        b'{"bank": NaN}',
        b'{"bank": "\xff"}',
        b'{"bank": ' + b"[" * 100_000,
        b'{"bank": ' + b"1" * 10_000 + b"}",
        b"{} {}",
        b'{"bank": 1} x',
        b"\xef\xbb\xbf{}",
    ],
)
def test_what_is_no_json_object_costs_a_finding(data: bytes) -> None:
    assert told(read(data))


def test_a_package_without_document_costs_a_finding() -> None:
    assert "there is no bank.json" in told(reread(FORMAT, {"other.json": b""}))[0]


values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=5), inner, max_size=4)),
    max_leaves=12,
)


@settings(deadline=None)
@given(st.dictionaries(st.text(max_size=5), values, max_size=5), st.integers(1, 9), st.sampled_from((None, 1)))
def test_members_are_what_json_reads_whole(whole: dict[str, Any], block: int, indent: int | None) -> None:
    """However the bytes are cut."""
    data = io.BytesIO(json.dumps(whole, indent=indent, ensure_ascii=False).encode("utf-8", "replace"))
    whole = json.loads(data.getvalue())
    arrays = frozenset(name for name, value in whole.items() if isinstance(value, list))
    found: dict[str, Any] = {}
    for name, position, value in stream.members(lambda _: data.read(block), arrays):
        if position is None:
            found[name] = value
        elif position == stream.START:
            found[name] = []
        else:
            assert position == len(found[name])
            found[name].append(value)
    assert found == whole


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_bytes_in_no_error_out(data: st.DataObject) -> None:
    changed = bytearray(json.dumps(document()).encode())
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    for one in read(bytes(changed)):
        assert one.item is not None or one.findings
