"""Every field of a file has its place, whatever is nested, indented or in another script around it."""

import pytest

from exambank.finding import FieldPath
from exambank.source.read import decode
from exambank.syntax.document import Document, parse

TEXT = """\
---
id: a-1
objective: b.c
tags: [x, {y: z}]
---

What is *this*?

| a | b |
|---|---|
| 1 | 2 |

- [ ] Erstens: größer
  > Zu *groß*.
  >
  > Wirklich.
- [x] Zweitens
  geht weiter

  und weiter
   > tief
10. no list

## Rationale

Because.

## Answer

- 12 ± 1
  > Right.
* 日本語
"""


def document(text: str) -> Document:
    return parse(decode("a.md", text.encode()))


@pytest.fixture(scope="module")
def whole() -> Document:
    return document(TEXT)


@pytest.mark.parametrize(
    ("at", "source", "start"),
    [
        (("stem",), "What is *this*?\n\n| a | b |\n|---|---|\n| 1 | 2 |", (7, 1)),
        (("options", 0, "text"), "Erstens: größer", (13, 7)),
        (("options", 0, "feedback"), "Zu *groß*.\n\nWirklich.", (14, 5)),
        (("options", 1, "text"), "Zweitens\ngeht weiter\n\nund weiter", (17, 7)),
        (("options", 1, "feedback"), "tief", (21, 6)),
        (("after_options",), "10. no list", (22, 1)),
        (("sections", 0), "Rationale", (24, 4)),
        (("rationale",), "Because.", (26, 1)),
        (("answers", 0, "text"), "12 ± 1", (30, 3)),
        (("answers", 0, "feedback"), "Right.", (31, 5)),
        (("answers", 1, "text"), "日本語", (32, 3)),
    ],
)
def test_a_text_is_found_where_it_stands(whole: Document, at: FieldPath, source: str, start: tuple[int, int]) -> None:
    place = whole.places.place(at)
    assert (place.line, place.column) == start
    assert whole.places.fields[at].source == source  # type: ignore[union-attr]  # texts have lines
    lines = TEXT.split("\n")
    assert lines[place.line - 1][place.column - 1 :].startswith(source.partition("\n")[0])
    assert lines[place.end_line - 1][: place.end_column - 1].endswith(source.rpartition("\n")[2])


def test_a_value_of_the_front_matter_is_found_where_it_stands(whole: Document) -> None:
    assert (whole.places.place(("id",)).line, whole.places.place(("id",)).column) == (2, 5)
    assert (whole.places.place(("tags", 1, "y")).line, whole.places.place(("tags", 1, "y")).column) == (4, 15)
    assert whole.keys["objective",].line == 3


def test_marks_and_titles(whole: Document) -> None:
    assert whole.body is not None
    assert [entry.mark for entry in whole.body.option_lists[0]] == [" ", "x"]
    assert [section.title for section in whole.body.sections] == ["Rationale", "Answer"]


@pytest.mark.parametrize(
    ("line", "mark", "text", "column"),
    [
        ("- [x] a", "x", "a", 7),
        ("- [X] a", "x", "a", 7),
        ("-   [ ]   a", " ", "a", 11),
        ("* [x]\ta", "x", "a", 7),
        ("+ [ ] a", " ", "a", 7),
        ("7) [x] a", "x", "a", 8),
        ("  - [x] a", "x", "a", 9),
        ("- [x]  **a**", "x", "**a**", 8),
        ("- [x]", "x", "", 6),
        ("- [x ] a", "[x ]", "a", 8),
        ("- (x) a", "(x)", "a", 7),
        ("- [✔] a", "[✔]", "a", 7),
    ],
)
def test_the_mark_is_cut_off_and_the_text_keeps_its_column(line: str, mark: str, text: str, column: int) -> None:
    body = document(f"---\nid: a\n---\nq\n\n{line}\n").body
    assert body is not None
    ((entry,),) = body.option_lists
    assert (entry.mark, entry.text.source, entry.text.lines.starts[0]) == (mark, text, (6, column))


@pytest.mark.parametrize(
    "line", ["- [x]a", "- [xx] a", "- [x](b) a", "- x a", "- \\[x] a", "[x] a", "- ![x] a", "- [y] a"]
)
def test_what_is_no_mark(line: str) -> None:
    body = document(f"---\nid: a\n---\nq\n\n{line}\n").body
    assert body is not None
    assert body.option_lists == ()
    assert line in body.stem.source


def test_text_between_two_lists_of_options_stands_apart() -> None:
    found = document("---\nid: a\n---\nq\n\n- [x] a\n\nOr?\n\n- [ ] b\n")
    assert found.body is not None
    assert found.body.after_options is not None
    assert found.body.after_options.source == "Or?"
    assert [len(entries) for entries in found.body.option_lists] == [1, 1]


def test_an_option_that_begins_with_code_or_a_list() -> None:
    body = document("---\nid: a\n---\nq\n\n- [x] ```\n  x\n  ```\n- [ ] - a\n").body
    assert body is not None
    assert [entry.text.source for entry in body.option_lists[0]] == ["```\nx\n```", "- a"]


def test_code_in_an_option_keeps_its_indent() -> None:
    body = document("---\nid: a\n---\nq\n\n- [x] a\n\n  ```python\n  if x:\n      y\n  ```\n").body
    assert body is not None
    assert body.option_lists[0][0].text.source == "a\n\n```python\nif x:\n    y\n```"


def test_a_stimulus_has_a_text_and_no_options() -> None:
    found = document("---\nid: a\nkind: stimulus\n---\n\nTo do:\n\n- [ ] call\n- [x] write\n")
    assert found.kind == "stimulus"
    assert found.body is not None
    assert found.body.stem.source == "To do:\n\n- [ ] call\n- [x] write"
    assert found.body.option_lists == ()


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"---\nid: a\r\n---\n", 2, 6),
        (b"---\nid: \xff\n---\n", 2, 5),
        (b"---\nid: a\nid: b\n---\n", 3, 1),
        (b"---\nid: a\n", 1, 1),
    ],
)
def test_a_fault_leaves_no_body_and_one_place(data: bytes, line: int, column: int) -> None:
    found = parse(decode("a.md", data))
    assert found.body is None
    assert (found.encoding_fault is None) != (found.yaml_fault is None)
    place = found.places.place(("file",))
    assert (place.line, place.column) == (line, column)


def test_text_is_composed_before_it_is_read() -> None:
    found = document("---\nid: a\ntitle: e\u0301\n---\ne\u0301\n")
    assert found.fields["title"] == "é"
    assert found.body is not None
    assert found.body.stem.source == "é"
