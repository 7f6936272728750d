"""The answer sheet: Markdown that follows from bank and reviewer alone, and that nobody's key has gone into."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exambank.model.second_key import folded_name
from exambank.second_keying.parts import OptionPart, Part
from exambank.second_keying.question import MARK, Question
from exambank.source.digest import digest_of

FORMAT = 1
INTRODUCTION = """\
# Answer sheet

Answer each item as a candidate would, without looking at the bank: put an `x` between the brackets, or write behind
`Answer`, and change nothing else. An item without an answer is left out. Whether an answer agrees with the key is told
when the sheet is read; from then on you know, and a second answer no longer counts as blind.
"""
HEADING = re.compile(rf"## (?:[0-9]+\. )?(?P<name>[a-z0-9@-]+) · (?P<mark>[0-9a-f]{{{MARK}}})")
LINE = "Answer"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a sheet; `part` counts parts from 0 where something is to be filled in, `option` is what it marks."""

    text: str
    part: int | None = None
    option: str | None = None


def sheet(bank: str, by: str, questions: Iterable[Question]) -> str:
    """The sheet of a reviewer, its questions in an order that depends on him; those on one passage stand together."""
    parts = [f"---\n{header(bank, by)}\n---\n", INTRODUCTION]
    for number, question in enumerate(sorted(questions, key=lambda one: _place(one, by)), 1):
        lines = "\n".join(line.text for line in section(question, by))
        parts.append(f"## {number}. {question.name} · {question.mark}\n\n{lines}\n")
    return "\n".join(parts)


def header(bank: str, by: str) -> str:
    """The lines by which a sheet is known."""
    return f"sheet: {FORMAT}\nbank: {json.dumps(bank)}\nby: {json.dumps(by, ensure_ascii=False)}"


def _place(question: Question, by: str) -> tuple[str, str]:
    who = folded_name(by)
    return digest_of([who, question.item.stimulus or question.name]), digest_of([who, question.name])


def section(question: Question, by: str) -> list[Line]:
    """The lines below a question's heading; the author's words are quoted or indented, so that none looks like ours."""
    lines: list[Line] = []
    if question.passage is not None:
        lines += [Line("Passage:"), Line(""), *_quoted(question.passage), Line(""), Line("Question:"), Line("")]
    lines += [*_quoted(question.stem), Line("")]
    for number, part in enumerate(question.parts):
        lines += _part(question, number, part, by)
    return lines[:-1]  # the next heading brings its own blank line


def _quoted(text: str) -> Iterator[Line]:
    for line in text.split("\n"):
        yield Line(f"> {line}" if line else ">")


def _part(question: Question, number: int, part: Part, by: str) -> Iterator[Line]:
    if not isinstance(part, OptionPart):
        units = f" in {' or '.join(part.units)}" if part.units else ""
        yield from (Line(f"{LINE}{units}{_of_gap(part)}:", number), Line(""))
        return
    yield from (Line(f"Mark one{'' if part.takes_one else ' or more'}{_of_gap(part)}:"), Line(""))
    options = part.options
    if part.is_free:
        who = folded_name(by)
        options = tuple(sorted(options, key=lambda option: digest_of([who, question.mark, option[0]])))
    for name, one in options:
        first, *others = one.text.split("\n") if one.is_inline else ["", *one.text.split("\n")]
        yield Line(f"- [ ] {first}".rstrip(), number, name)
        yield from (Line(f"  {line}" if line else "") for line in others)
    yield Line("")


def _of_gap(part: Part) -> str:
    """Which gap of the text is asked for, by the name that its link has."""
    return f" for {part.gap}" if part.gap else ""
