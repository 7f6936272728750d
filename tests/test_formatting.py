"""The canonical form: means the same, is reached in one step, and leaves alone what it cannot read."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.small_bank import GAP_ITEMS, HEADER, ITEMS
from tests.strategies.sources import texts

from exambank.formatting import NOT_FORMATTED, canonical_header, formatted, is_canonical, meaning
from exambank.model import from_syntax
from exambank.model.interactions.choice import Option, OptionItem
from exambank.model.interactions.cloze import ClozeItem
from exambank.model.item import AnyItem
from exambank.richtext.from_tokens import parsed, tree
from exambank.richtext.markdown import markdown
from exambank.source.read import canonical_text, decode
from exambank.syntax.document import parse
from exambank.syntax.markdown import block_tokens

HEAD = "---\nid: a\nobjective: water.states\nstatus: draft\n---\n\n"

BODIES = {
    "marks and bullets": ("W?\n\n* [X] a\n* [ ] b\n", "W?\n\n- [x] a\n- [ ] b\n"),
    "feedback is set in by two": ("W?\n\n- [x] a\n\n     > why\n- [ ] b\n", "W?\n\n- [x] a\n  > why\n- [ ] b\n"),
    "a list in the stem is starred": (
        "W?\n\n- one\n- two\n\n1. [x] a\n2. [ ] b\n",
        "W?\n\n* one\n* two\n\n- [x] a\n- [ ] b\n",
    ),
    "blank lines": (
        "\n\nW?\n- [x] a\n- [ ] b\n\n\n## Rationale\nSo.\n\n\n",
        "W?\n\n- [x] a\n- [ ] b\n\n## Rationale\n\nSo.\n",
    ),
    "paragraphs keep their lines": ("O\nt?\n\n- [x] a\n  b\n- [ ] c\n", "O\nt?\n\n- [x] a\n  b\n- [ ] c\n"),
    "code within an option": (
        "W?\n\n- [x] a\n\n  ```\n  x\n  ```\n- [ ] b\n",
        "W?\n\n- [x] a\n\n  ```\n  x\n  ```\n- [ ] b\n",
    ),
    "gaps and their sections": (
        "A [____](<#gap-a>) **[*k*](#gap-b)**\n## Gap a\n* [X] a\n\n     > why\n* [ ] b\n## Gap b\n* /c*/\n* d_e\n",
        "A [____](#gap-a) **[*k*](#gap-b)**\n\n## Gap a\n\n- [x] a\n  > why\n- [ ] b\n\n## Gap b\n\n- /c*/\n- d_e\n",
    ),
    "text in a gap's section stays": (
        "A [____](#gap-a)\n\n## Gap a\n\nSo:\n\n- a\n",
        "A [____](#gap-a)\n\n## Gap a\n\nSo:\n\n* a\n",
    ),
    "line ends and composed letters": ("Cafe\u0301?\r\n\r\n- [x] a\r\n- [ ] b\r\n", "Café?\n\n- [x] a\n- [ ] b\n"),
}


@pytest.mark.parametrize("name", BODIES)
def test_bodies(name: str) -> None:
    before, after = BODIES[name]
    found = formatted("a.md", (HEAD + before).encode())
    assert found.finding is None
    assert found.text == HEAD + after


def test_fields_come_in_order_with_their_comments() -> None:
    header = "status: draft\n# why this id\nid: a\nx-house: 1\ntags:\n  - b\n  # last\nobjective: o\n# end\n"
    assert canonical_header(header) == (
        "# why this id\nid: a\nobjective: o\nstatus: draft\ntags:\n  - b\n  # last\nx-house: 1\n# end\n"
    )


def test_quotes_and_numbers_stay_as_they_are_written() -> None:
    header = "id: 'a'\ndifficulty: 0.50\ntitle: \"x: y\"\n"
    assert canonical_header(header) == "id: 'a'\ntitle: \"x: y\"\ndifficulty: 0.50\n"


@pytest.mark.parametrize(
    "text",
    [
        "no front matter\n",
        "---\nid: a\nid: b\n---\n\nx\n",
        HEAD + "Which?\n\n- [x] a\n- b\n",
        HEAD + "Which?\n\n- [x] a\n- [ ] b\n\nlost\n",
        HEAD + "[a][1]\n\n- [x] a\n- [ ] b\n\n[1]: x\n",
    ],
)
def test_what_check_refuses_is_left_alone(text: str) -> None:
    found = formatted("a.md", text.encode())
    assert found.text == text
    assert found.finding is not None
    assert (found.finding.code, found.finding.name) == NOT_FORMATTED


@pytest.mark.parametrize("item", [*ITEMS, *GAP_ITEMS], ids=[item[0] for item in (*ITEMS, *GAP_ITEMS)])
def test_an_item_is_the_same_item_afterwards(item: tuple[str, str, str, str]) -> None:
    item_id, objective, more, body = item
    before = HEADER.format(id=item_id, objective=objective, more=more) + body
    after = formatted("a.md", before.encode())
    assert after.finding is None
    first, _ = from_syntax.item(parse(decode("a.md", before.encode())), {})
    second, _ = from_syntax.item(parse(decode("a.md", after.text.encode())), {})
    assert first is not None
    assert second is not None
    assert [option.id for option in _options(first)] == [option.id for option in _options(second)]
    assert first.stem.normal_form == second.stem.normal_form


def _options(item: AnyItem) -> tuple[Option, ...]:
    if isinstance(item, ClozeItem):
        return tuple(option for gap in item.gaps for option in gap.options)
    return item.options if isinstance(item, OptionItem) else ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("`a  b`", "`a b`"),
        ("```\na  b\n```", "```\na b\n```"),
        ("a<br>b", "ab"),
        ("<div>\nx\n</div>", "<div>\ny\n</div>"),
        ("a\n\n- [x] b", "a\n\n- b"),
    ],
)
@pytest.mark.parametrize("place", ["{}\n\n- [x] a\n- [ ] b\n", "W?\n\n- [x] a\n- [ ] b\n\n## Rationale\n\n{}\n"])
def test_what_has_another_meaning(place: str, before: str, after: str) -> None:
    first, second = (parse(decode("a.md", (HEAD + place.format(text)).encode())) for text in (before, after))
    assert meaning(first) != meaning(second)


def test_marks_in_a_section_stay() -> None:
    text = HEAD + "W?\n\n- [x] a\n- [ ] b\n\n## Rationale\n\nSee <b>it</b>:\n\n* [x] one\n* [ ] two\n"
    found = formatted("a.md", text.encode())
    assert (found.finding, found.text) == (None, text)


@given(texts)
def test_formatting_means_the_same_and_twice_is_once(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    once = formatted("a.md", data)
    if once.finding is not None:
        return
    again = formatted("a.md", once.text.encode("utf-8", "surrogatepass"))
    assert again.text == once.text
    assert again.finding is None
    before = parse(decode("a.md", canonical_text(text).removeprefix("\ufeff").encode("utf-8", "surrogatepass")))
    assert meaning(before) == meaning(parse(decode("a.md", once.text.encode("utf-8", "surrogatepass"))))


@given(st.binary(max_size=300))
def test_any_bytes_are_formatted_or_left(data: bytes) -> None:
    found = formatted("a.md", data)
    assert found.finding is not None or found.text.endswith("\n")


def test_marks_that_are_nested_too_deeply_stay_as_they_are() -> None:
    text = ITEM_OF_MANY_MARKS.format("*" * 1200 + "a" + "*" * 1200)
    result = formatted("items/a.md", text.encode())
    assert result.text == text
    assert result.finding is not None
    assert "nested too deeply" in result.finding.message


ITEM_OF_MANY_MARKS = """\
---
id: a-1
objective: a.b
status: draft
---

What {}?

- [x] One
- [ ] Two
"""


LETTERS = st.text(st.sampled_from("aZ9 .),(-+=#>!|~^$:;/%?'\"é²次–“{}@"), min_size=1, max_size=25)


@given(LETTERS)
@example("1900. A year")
@example("costs $5 or $6")
@example("a | b")
def test_what_is_plainly_canonical_is_as_the_renderer_writes_it(text: str) -> None:
    paragraph = text.strip()
    if paragraph and is_canonical(paragraph):
        assert markdown(parsed(paragraph)) == paragraph
        assert parsed(paragraph) == tree(block_tokens(paragraph))
