"""YAML as the front matter knows it: plain values with places, and nothing that runs or repeats."""

import re
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exambank.syntax import front_matter
from exambank.syntax.front_matter import DEPTH, parse, split


def values(text: str) -> dict[str, Any]:
    document = parse(text, "a.md")
    assert document.fault is None, document.fault
    return document.values


def fault(text: str) -> tuple[str, int, int]:
    document = parse(text, "a.md")
    assert document.fault is not None
    assert document.values == {}
    return document.fault.message, document.fault.line, document.fault.column


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"), ("on", "on"), ("y", "y"), ("Off", "Off"), ("yes", "yes"),
        ("true", True), ("FALSE", False), ("tRue", "tRue"), ("null", None), ("~", None), ("", None), ('"null"', "null"),
        ("12", 12), ("-3", -3), ("+3", 3), ("0", 0), ("007", "007"), ("0x1F", "0x1F"), ("0o17", "0o17"),
        ("1_000", "1_000"), ("12:30:45", "12:30:45"), ("2026-11-23", "2026-11-23"), ("0.65", 0.65), (".5", 0.5),
        ("5.", 5.0), ("1e3", 1000.0), ("1.5e-3", 0.0015), (".inf", ".inf"), (".nan", ".nan"), ("1.2.3", "1.2.3"),
        ('"12"', "12"), ("'true'", "true"), ("١٢", "١٢"), ("日本", "日本"), ("<<", "<<"), ("=", "="), ("c++", "c++"),
        ("|\n  12\n  13\n", "12\n13\n"), (">-\n  a\n  b\n", "a b"), ("a: b".replace(": ", ":"), "a:b"),
        ("[a, 1, null]", ["a", 1, None]), ("{a: {b: [c]}}", {"a": {"b": ["c"]}}), ("[]", []), ("{}", {}),
    ],
)  # fmt: skip
def test_a_value_is_what_it_looks_like(text: str, value: object) -> None:
    found = values(f"name: {text}")["name"]
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("text", "message", "line", "column"),
    [
        ("a: 1\nb: 2\na: 3\n", "`a` is set twice, first in line 1", 3, 1),
        ("a: {b: 1, b: 2}\n", "`b` is set twice, first in line 1", 1, 11),
        ("a: &x 1\n", "anchor `&x`", 1, 4),
        ("&x a: 1\n", "anchor `&x`", 1, 1),
        ("a: *x\n", "alias `*x`", 1, 4),
        ("a:\n  - &x [1]\n", "anchor `&x`", 2, 5),
        ("a: !!int 3\n", "tag `tag:yaml.org,2002:int`", 1, 4),
        ("a: !x 3\n", "tag `!x`", 1, 4),
        ("!!map {a: 1}\n", "tag `tag:yaml.org,2002:map`", 1, 1),
        ("- a\n", "the top is not a mapping", 1, 1),
        ("just words\n", "the top is not a mapping", 1, 1),
        ("a: 1\n---\nb: 2\n", "a second YAML document begins here", 2, 1),
        ("[a]: 1\n", "a key that is not a plain word", 1, 1),
        ("? {a: 1}\n: 2\n", "a key that is not a plain word", 1, 3),
        ("a: [1\n", "YAML: did not find expected ',' or ']'", 2, 1),
        ("<<: {a: 1}\n<<: {b: 1}\n", "`<<` is set twice, first in line 1", 2, 1),
    ],
)
def test_what_is_refused_has_a_place(text: str, message: str, line: int, column: int) -> None:
    assert fault(text) == (message, line, column)


def test_a_merge_key_is_a_name_like_any_other() -> None:
    assert values("<<: {a: 1}\nb: 2\n") == {"<<": {"a": 1}, "b": 2}


def test_a_billion_laughs_are_refused_at_the_first() -> None:
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    started = time.perf_counter()
    assert fault("\n".join(lines)) == ("anchor `&a0`", 1, 5)
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(("depth", "is_refused"), [(DEPTH - 1, False), (DEPTH, True), (500, True), (50_000, True)])
def test_nesting_has_an_end(depth: int, is_refused: bool) -> None:
    document = parse("a: " + "[" * depth + "1" + "]" * depth, "a.md")
    assert (document.fault is not None) is is_refused


def test_a_huge_number_stays_text() -> None:
    assert values("a: " + "9" * 400)["a"] == int("9" * 400)
    assert values("a: " + "9" * 401)["a"] == "9" * 401
    assert values("a: 1" + "0" * 100_000)["a"][:2] == "10"


def test_places_of_keys_and_values() -> None:
    document = parse("id: a-1\nreferences:\n  - {source: Ä, at: p. 3}\n", "a.md", first_line=2)
    at = {path: (place.line, place.column, place.end_column) for path, place in document.places.items()}
    assert at["id",] == (2, 5, 8)
    assert at["references", 0, "source"] == (4, 14, 15)
    assert at["references", 0, "at"] == (4, 21, 25)
    keys = {path: (place.line, place.column) for path, place in document.keys.items()}
    assert keys["references",] == (3, 1)
    assert keys["references", 0, "at"] == (4, 17)


@pytest.mark.parametrize("end", ["\x85", "\u2028", "\u2029"])
def test_what_yaml_alone_takes_for_a_line_end_moves_no_place(end: str) -> None:
    document = parse(f"id: 'a{end}{end}b'\ntags: [c, d]\n", "a.md", 2)
    assert document.fault is None
    assert (document.keys["tags",].line, document.keys["tags",].column) == (3, 1)
    place = document.places["tags", 1]
    assert (place.line, place.column, place.end_line, place.end_column) == (3, 11, 3, 12)
    fault = parse(f"id: 'a{end}{end}b'\ntags: [c, d\n", "a.md", 2).fault
    assert fault is not None
    assert fault.line <= 4


def test_the_c_parser_and_the_plain_one_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML comes without its C part on some systems."""
    from yaml import Loader

    text = "a: [1, {b: no}]\nc: |\n  x\n\nd: 'é'\n"
    fast = parse(text, "a.md")
    monkeypatch.setattr(front_matter, "Parser", Loader)
    slow = parse(text, "a.md")
    assert (slow.values, slow.keys) == (fast.values, fast.keys)
    assert {at: (p.line, p.column) for at, p in slow.places.items()} == {
        at: (p.line, p.column) for at, p in fast.places.items()
    }


@pytest.mark.parametrize(
    ("text", "header", "body", "line"),
    [
        ("---\na: 1\n---\nbody\n", "a: 1\n", "body\n", 4),
        ("--- \na: 1\n---\t\n\nbody", "a: 1\n", "\nbody", 4),
        ("---\n---\n", "", "", 3),
        ("---\na: 1\n---", "a: 1\n", "", 3),
        ("---\n--- \n\n---\nb", "", "\n---\nb", 3),
        ("---\n---\n---\nb", "", "---\nb", 3),
        ("---\na: 1\n", None, "---\na: 1\n", 1),
        ("\n---\na: 1\n---\n", None, "\n---\na: 1\n---\n", 1),
        ("----\na: 1\n---\n", None, "----\na: 1\n---\n", 1),
        ("---\na: '\n --- '\n---\nb", "a: '\n --- '\n", "b", 5),
        ("", None, "", 1),
    ],
)
def test_the_front_matter_stands_between_two_fences(text: str, header: str | None, body: str, line: int) -> None:
    assert split(text) == (header, body, line)


@given(st.text(max_size=60))
def test_any_text_gives_values_or_a_fault(text: str) -> None:
    document = parse(text, "a.md")
    if document.fault is not None:
        assert document.values == {}
        assert 1 <= document.fault.line <= len(text.splitlines()) + 2
        assert document.fault.mend


# PyYAML leaves the quotes of "1e5" out, since YAML 1.1 calls that a text; YAML 1.2 calls it a number
EXPONENT = re.compile(r"[-+]?\d+[eE][-+]?\d+")
words = st.text(st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029"), max_size=8).filter(
    lambda word: EXPONENT.fullmatch(word) is None
)
plain = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(10**9), 10**9), words),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), plain, min_size=1, max_size=4))
def test_what_pyyaml_writes_is_read_back(written: dict[str, Any]) -> None:
    import yaml

    text = yaml.safe_dump(written, allow_unicode=True, default_flow_style=True, width=10**9)
    document = parse(text, "a.md")
    assert document.fault is None
    assert document.values == written
