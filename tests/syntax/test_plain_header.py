"""Wherever the plain reader gives front matter, the YAML parser gives the same."""

from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.strategies.sources import REAL, texts

from exambank.syntax import front_matter, plain_header

ROOT = Path(__file__).parents[2]
PLAIN = (
    "id: a-1\nobjective: water.states\ndifficulty: 0.69\nversion: 2\nshuffle: false\ntitle: \"A, b: #c\"\n",
    "references:\n  - source: \"Handbook, part 9\"\n    at: Section 2.5\n    checked: 2026-01-25\n  - source: x\n",
    "tags:\n  - one two\n  - \"three\"\nid: a\nempty:\nlast:\n",
    "suppress:\n  - code: OPT001\n    reason: It's both (see p. 5) - \"why\"?\n",
)  # fmt: skip
PIECES = (
    "id", "a", "title", ":", ": ", ":\n", "\n", "  ", "  - ", "- ", "    ", " ", "\"", "'", "\"a b\"", "#", " #", "[",
    "]", "{", "}", ", ", "&a", "*a", "!b", "|", ">", "%", "@", "`", "?", "-", "--", "...", "1", "0.5", "1e3", "0x1f",
    "true", "null", "~", "yes", "2026-01-25", "12:30", "\\", "\\n", "\t", "é", "\x85", "a: b\n", "a:\n  - b\n",
    "a:\n  - b: c\n    d: e\n", "  - f\n", "<<: ", "=", "1_000", "+1", ".5", "5.", "a" * 70,
)  # fmt: skip


def hold(text: str) -> bool:
    """Whether the plain reader gave a document; it is the parser's then."""
    found = plain_header.read(text, "a.md", 2)
    if found is None:
        return False
    with patch.object(plain_header, "read", return_value=None):
        parsed = front_matter.parse(text, "a.md", 2)
    assert (found.values, found.places, found.keys, found.fault) == (
        parsed.values, parsed.places, parsed.keys, parsed.fault,
    )  # fmt: skip
    assert list(found.values) == list(parsed.values)
    return True


@pytest.mark.parametrize("text", PLAIN)
def test_the_common_shape_is_read(text: str) -> None:
    assert hold(text)


@settings(max_examples=600)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("a: b\n  c: d\n")
@example("a:\n  - b\n    c: d\n")
@example("a: b ")
@example("")
def test_pieces(text: str) -> None:
    hold(text)


@given(texts)
def test_any_text(text: str) -> None:
    hold(text)
    header, _, _ = front_matter.split(text)
    if header is not None:
        hold(header)


def test_most_items_of_the_bank_and_of_the_tests_are_plain() -> None:
    files = [path.read_text("utf-8") for path in sorted((ROOT / "bank" / "items").rglob("*.md"))]
    assert files
    plain = [hold(front_matter.split(text)[0] or "") for text in (*files, *REAL)]
    assert sum(plain) > len(plain) * 0.9
