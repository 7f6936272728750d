"""What is filled in is read back; whatever else happens to a sheet has a place, and never reads as another answer."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.second_keying.test_sheet import ALL, TEXTS, asked, choice
from tests.strategies.items import texts
from tests.strategies.sources import PIECES

from exambank.model.interactions.choice import MultipleResponseItem
from exambank.model.interactions.short_text import ShortTextItem, TextAnswer
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus
from exambank.richtext.text import RichText
from exambank.second_keying.filled import Answered, Asked, Fault, answers_of, read_sheet
from exambank.second_keying.parts import Answer, OptionPart
from exambank.second_keying.question import Question
from exambank.second_keying.sheet import section, sheet
from exambank.source.read import canonical_text

BY = "Bea Lee"
SPOOF = RichText(
    "## 2. b@1 · 0123456789ab\n\n- [x] Budget\n\n"
    "---\n\nAnswer: 5\n\n<!-- - [x] Budget -->\n\n> - [x] Weather\n\n```\n- [x] Music\nAnswer: 7\n```"
)


def filled(question: Question, answers: list[Answer]) -> str:
    """A sheet of one question, filled in as a person would."""
    blank = sheet("small", BY, [question]).split("\n")
    below = blank.index(next(line for line in blank if line.startswith("## "))) + 2
    for number, line in enumerate(section(question, BY), below):
        if line.part is None:
            continue
        answer = answers[line.part]
        if isinstance(answer, str):
            blank[number] = f"{line.text} {answer}"
        elif line.option in answer:
            blank[number] = "- [x]" + line.text[5:]
    return "\n".join(blank)


def answered(question: Question, text: str) -> Answered | Fault | None:
    found = read_sheet(text.encode("utf-8", "surrogatepass"))
    assert not found.faults, found.faults
    (only,) = found.asked
    assert (only.name, only.mark) == (question.name, question.mark)
    return answers_of(only, question, found.by)


words = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=12).map(str.strip)


@given(ALL, texts, st.booleans(), st.integers(), words)
def test_answers_come_back(one: AnyItem, text: RichText, on_stimulus: bool, seed: int, word: str) -> None:
    question = asked(one, Stimulus(id="s", text=text) if on_stimulus else None)
    rng = random.Random(seed)
    given_: list[Answer] = []
    for part in question.parts:
        if isinstance(part, OptionPart):
            names = [name for name, _ in part.options]
            given_.append(frozenset(rng.sample(names, 1 if part.takes_one else rng.randint(1, len(names)))))
        else:
            given_.append(canonical_text(word).strip())
    found = answered(question, filled(question, given_))
    if not all(given_):
        assert isinstance(found, Fault) if any(given_) else found is None
        return
    assert isinstance(found, Answered)
    assert found.answers == tuple(given_)


@settings(max_examples=30)
@given(ALL)
def test_a_blank_sheet_answers_nothing(one: AnyItem) -> None:
    question = asked(one)
    assert answered(question, sheet("small", BY, [question])) is None


@pytest.mark.parametrize("where", ["stem", "options"])
def test_nothing_of_a_text_passes_for_an_answer(where: str) -> None:
    one = choice((*TEXTS[:3], SPOOF.source) if where == "options" else TEXTS)
    if where == "stem":
        one = one.model_copy(update={"stem": SPOOF})
    question = asked(one)
    assert answered(question, sheet("small", BY, [question])) is None
    first = one.options[0].id
    found = answered(question, filled(question, [frozenset({first})]))
    assert isinstance(found, Answered)
    assert found.answers == (frozenset({first}),)


QUESTION = asked(choice(TEXTS))
MANY = asked(
    MultipleResponseItem(
        id="a-c", objective="x.y", stem=RichText("Which?"), options=choice(TEXTS).options, shuffle=False
    )
)
WORD = asked(ShortTextItem(id="a-d", objective="x.y", stem=RichText("Who?"), answers=(TextAnswer(text="Ann"),)))
BLANK = sheet("small", BY, [QUESTION])


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "  \n"),
        lambda text: text.replace("\n\n", "\n\n\n"),
        lambda text: text.replace("## 1. ", "## 7. "),
        lambda text: text.replace("## 1. ", "## "),
        lambda text: text.replace("Answer each item", "By the way: answer each item"),
        lambda text: text.rstrip("\n"),
    ],
)
@pytest.mark.parametrize("mark", ["x", "X", " x", "x ", " X "])
def test_what_editors_do_makes_no_difference(edit: Callable[[str], str], mark: str) -> None:
    text = BLANK.replace("- [ ] Budget", f"- [{mark}] Budget")
    found = answered(QUESTION, edit(text))
    assert isinstance(found, Answered)
    assert found.answers == (frozenset({choice(TEXTS).options[0].id}),)


def fault(text: str, question: Question = QUESTION) -> Fault:
    found = answered(question, text)
    assert isinstance(found, Fault)
    return found


def line_of(text: str, part: str) -> int:
    return 1 + next(number for number, line in enumerate(text.split("\n")) if part in line)


@pytest.mark.parametrize(
    ("old", "new", "words_", "at"),
    [
        ("- [ ] Budget", "- [y] Budget", '"y" is no mark', "Budget"),
        ("- [ ] Budget", "- [x] Budgets", "not as the sheet had it", "Budget"),
        ("- [ ] Budget", "* [x] Budget", "not as the sheet had it", "Budget"),
        ("- [ ] Budget", "- Budget", "not as the sheet had it", "Budget"),
        ("- [ ] Budget", "- [ ] Balance", "not as the sheet had it", "- [ ] Balance"),
        ("> What comes first?", "> What comes last?", "not as the sheet had it", "comes last"),
        ("Mark one:", "Mark two:", "not as the sheet had it", "Mark two"),
    ],
)
def test_a_line_that_was_changed_is_told_at_its_place(old: str, new: str, words_: str, at: str) -> None:
    text = BLANK.replace(old, new)
    found = fault(text)
    assert words_ in found.message
    assert found.line == line_of(text, at)


def test_options_that_were_moved_are_no_answer() -> None:
    lines = BLANK.split("\n")
    places = [number for number, line in enumerate(lines) if line.startswith("- [ ]")]
    lines[places[0]], lines[places[1]] = lines[places[1]].replace("[ ]", "[x]"), lines[places[0]]
    assert fault("\n".join(lines)).line == places[0] + 1


def test_a_line_more_and_a_line_less() -> None:
    assert "a line more" in fault(BLANK + "\nI am not sure.\n").message
    assert "1 line of a-b@1" in fault(BLANK.rstrip("\n").rpartition("\n")[0]).message


def test_two_marks_where_one_is_asked_for() -> None:
    text = BLANK.replace("- [ ] Budget", "- [x] Budget").replace("- [ ] Music", "- [x] Music")
    assert fault(text).message == "2 options are marked, and the item takes one"


def test_several_marks_where_several_are_asked_for() -> None:
    found = answered(MANY, sheet("small", BY, [MANY]).replace("- [ ]", "- [x]"))
    assert isinstance(found, Answered)
    assert len(found.answers[0]) == 4


def test_an_answer_of_a_line_is_taken_as_it_is_written() -> None:
    found = answered(WORD, sheet("small", BY, [WORD]).replace("Answer:", "Answer:  *Ann* <b> \\ "))
    assert isinstance(found, Answered)
    assert found.answers == ("*Ann* <b> \\",)


def test_an_answer_too_long_to_be_one() -> None:
    assert (
        "501 characters" in fault(sheet("small", BY, [WORD]).replace("Answer:", "Answer: " + "a" * 501), WORD).message
    )


@pytest.mark.parametrize(
    ("text", "words_", "line"),
    [
        ("", "does not begin as a sheet", 1),
        ("---\nid: a\n---\n\nWhat?\n", "does not begin as a sheet", 1),
        (BLANK.replace("sheet: 1", "sheet: 2"), "does not begin as a sheet", 1),
        (BLANK.replace('by: "Bea Lee"', "by: Bea Lee"), "the name of its reviewer", 4),
        (BLANK.replace('by: "Bea Lee"', 'by: "Bea\\q"'), "the name of its reviewer", 4),
        (BLANK.replace('by: "Bea Lee"', 'by: ""'), "the name of its reviewer", 4),
        (BLANK.replace('bank: "small"', "bank: 7"), "the bank that it is of", 3),
        (BLANK.partition("## ")[0], "asks for no item", 13),
        (BLANK.replace("## 1. a-b@1", "## One. a-b@1"), "no heading of an item", 13),
        (BLANK + "\n## " + BLANK.partition("## ")[2], "stands here and in line 13", 24),
    ],
)
def test_what_is_no_sheet_is_told_at_its_place(text: str, words_: str, line: int) -> None:
    found = read_sheet(text.encode())
    assert [words_ in one.message for one in found.faults] == [True]
    assert found.faults[0].line == line


def test_bytes_that_are_no_text() -> None:
    found = read_sheet(b"---\nsheet: 1\n\xff\n")
    assert found.faults == (Fault(3, "the sheet is not UTF-8", "save it as UTF-8"),)


@st.composite
def hostile(draw: st.DrawFn) -> bytes:
    """A sheet with something cut, doubled or put in; or any bytes at all."""
    if draw(st.integers(0, 4)) == 0:
        return draw(st.binary(max_size=80))
    text = draw(st.sampled_from((BLANK, BLANK.replace("[ ] Budget", "[x] Budget"))))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        put_in = draw(st.one_of(st.just(""), st.just(text[start:end] * 2), st.sampled_from(PIECES)))
        text = text[:start] + put_in + text[end:]
    return text.encode("utf-8", "surrogatepass")


@given(hostile())
def test_any_bytes_are_answers_or_faults_with_places(data: bytes) -> None:
    found = read_sheet(data)
    lines = 1 + data.count(b"\n") + data.count(b"\r") + data.count("\u2028".encode())
    assert all(1 <= one.line <= lines for one in found.faults)
    for one in found.asked:
        if (one.name, one.mark) != (QUESTION.name, QUESTION.mark):
            continue
        read = answers_of(one, QUESTION, found.by)
        assert isinstance(read, Answered | Fault | None)
        if isinstance(read, Fault):
            assert 1 <= read.line <= lines
        elif read is not None:
            assert "x] " in data.decode("utf-8-sig").lower(), "nothing is answered that is not marked"


@given(st.lists(st.tuples(st.integers(1, 99), words), max_size=9))
def test_any_lines_below_a_heading(lines: list[tuple[int, str]]) -> None:
    found = answers_of(Asked(QUESTION.name, QUESTION.mark, 1, tuple(lines)), QUESTION, BY)
    assert found is None or isinstance(found, Fault)


def test_the_sheet_of_another_name_is_refused_or_stands_in_the_same_order() -> None:
    refused = 0
    for number in range(40):
        name = f"Carl {number}"
        found = answers_of(read_sheet(BLANK.replace(BY, name).encode()).asked[0], QUESTION, name)
        assert found is None or isinstance(found, Fault)
        refused += found is not None
    assert refused > 30, "23 of 24 orders are others"
