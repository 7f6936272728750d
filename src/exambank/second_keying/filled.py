"""A filled sheet read back: which options are marked and what was written, or in which line it is no sheet any more.

Each question is written anew and compared line by line, so nothing of a text can pass for an answer, and a sheet whose
options were moved is refused rather than misread.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from exambank.finding import plural, quoted
from exambank.second_keying.parts import Answer, OptionPart, Part
from exambank.second_keying.question import Question
from exambank.second_keying.sheet import FORMAT, HEADING, Line, section
from exambank.source.read import canonical_text

BY = re.compile(r'by: (".*")')
BANK = re.compile(r'bank: (".*")')
OPTION = re.compile(r"- \[(?P<mark>[^\]]*)\](?P<rest>.*)")
MARKED = frozenset({"x", "X"})
HEADER = 5  # lines
LONGEST = 500  # characters of a written answer; an item's own answers are no longer
RESTORE = "restore it as `exambank keys sheet` wrote it"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a line of a sheet, counted from 1, and how to mend it."""

    line: int
    message: str
    mend: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the sheet names it: `id@version`, its mark, the line of its heading, and what stands below it.

    `lines` are those that are not blank, with their numbers.
    """

    name: str
    mark: str
    line: int
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet taken apart: bank, reviewer, questions in its order; or what is wrong with it."""

    bank: str = ""
    by: str = ""
    asked: tuple[Asked, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers to a question, one a part, and the line in which each part was last filled in."""

    answers: tuple[Answer, ...]
    lines: tuple[int, ...]


def read_sheet(data: bytes) -> Sheet:
    """The sheet that a file holds; line ends and a byte order mark are the editor's affair."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = 1 + data.count(b"\n", 0, error.start)
        return Sheet(faults=(Fault(line, "the sheet is not UTF-8", "save it as UTF-8"),))
    lines = [line.rstrip() for line in canonical_text(text).split("\n")]
    if lines[:2] != ["---", f"sheet: {FORMAT}"] or lines[4:HEADER] != ["---"]:
        return Sheet(faults=(Fault(1, f"the file does not begin as a sheet of format {FORMAT} does", RESTORE),))
    bank, by = _word(BANK, lines[2]), _word(BY, lines[3])
    if not bank or not by:
        what = "the bank that it is of" if not bank else "the name of its reviewer"
        return Sheet(faults=(Fault(3 if not bank else 4, f"the sheet does not say {what}", RESTORE),))
    return _asked(bank, by, lines)


def _word(pattern: re.Pattern[str], line: str) -> str:
    match = pattern.fullmatch(line)
    try:
        word = json.loads(match[1]) if match else ""
    except ValueError:
        return ""
    return word if isinstance(word, str) else ""


def _asked(bank: str, by: str, lines: Sequence[str]) -> Sheet:
    found: dict[str, Asked] = {}
    faults: list[Fault] = []
    starts = [number for number in range(HEADER, len(lines)) if lines[number].startswith("## ")]
    for start, end in pairwise([*starts, len(lines)]):
        heading = HEADING.fullmatch(lines[start])
        if heading is None:
            faults.append(Fault(start + 1, f"{quoted(lines[start])} is no heading of an item", RESTORE))
        elif (name := heading["name"]) in found:
            message = f"{name} stands here and in line {found[name].line}"
            faults.append(Fault(start + 1, message, "take one of the two out"))
        else:
            below = tuple((number + 1, lines[number]) for number in range(start + 1, end) if lines[number])
            found[name] = Asked(name, heading["mark"], start + 1, below)
    if not starts:
        faults.append(Fault(len(lines), "the sheet asks for no item", RESTORE))
    return Sheet(bank, by, tuple(found.values()), tuple(faults))


def answers_of(asked: Asked, question: Question, by: str) -> Answered | Fault | None:
    """What was answered, part by part; None where nothing was."""
    blank = [line for line in section(question, by) if line.text]
    given: list[list[Answer]] = [[] for _ in question.parts]
    places = [asked.line for _ in question.parts]
    for (number, text), line in zip(asked.lines, blank, strict=False):
        read = _read(text, line)
        if read is None:
            return Fault(number, f"the line is not as the sheet had it: {quoted(canonical_text(line.text))}", RESTORE)
        if isinstance(read, str):
            return Fault(number, read, "put an x between the brackets, or nothing")
        if line.part is not None:
            given[line.part] += read
            places[line.part] = number
    if len(asked.lines) != len(blank):
        return _length_fault(asked, blank)
    return _answers(question, asked, given, places)


def _read(text: str, line: Line) -> list[Answer] | str | None:
    """What a line answers; what is wrong with its mark; None where it is another line."""
    wanted = canonical_text(line.text).rstrip()
    if line.part is None:
        return [] if text == wanted else None
    if line.option is None:
        return [text[len(wanted) :].strip()] if text.startswith(wanted) else None
    match, blank = OPTION.fullmatch(text), OPTION.fullmatch(wanted)
    if match is None or blank is None or match["rest"].rstrip() != blank["rest"].rstrip():
        return None
    mark = match["mark"].strip()
    if mark and mark not in MARKED:
        return f"{quoted(mark)} is no mark"
    return [frozenset({line.option})] if mark else []


def _length_fault(asked: Asked, blank: Sequence[Line]) -> Fault:
    if len(asked.lines) > len(blank):
        number, text = asked.lines[len(blank)]
        return Fault(number, f"there is a line more than the sheet had: {quoted(text)}", "take it out")
    last = asked.lines[-1][0] if asked.lines else asked.line
    missing = len(blank) - len(asked.lines)
    return Fault(last, f"{plural(missing, 'line')} of {asked.name} are missing here", RESTORE)


def _answers(
    question: Question, asked: Asked, given: Sequence[list[Answer]], places: Sequence[int]
) -> Answered | Fault | None:
    whole = [_joined(part, answers) for part, answers in zip(question.parts, given, strict=True)]
    if not any(whole):
        return None
    for part, answer, place in zip(question.parts, whole, places, strict=True):
        if not answer:
            return Fault(place, f"a part of {asked.name} is without an answer", "answer all parts of it, or none")
        if fault := _fault(part, answer):
            return Fault(place, *fault)
    return Answered(tuple(whole), tuple(places))


def _joined(part: Part, answers: Sequence[Answer]) -> Answer:
    if isinstance(part, OptionPart):
        return frozenset().union(*(answer for answer in answers if isinstance(answer, frozenset)))
    return next((answer for answer in answers if isinstance(answer, str)), "")


def _fault(part: Part, answer: Answer) -> tuple[str, str] | None:
    if isinstance(part, OptionPart) and part.takes_one and len(answer) > 1:
        return f"{len(answer)} options are marked, and the item takes one", "leave one mark"
    if not isinstance(part, OptionPart) and len(answer) > LONGEST:
        return f"the answer has {len(answer)} characters, more than {LONGEST}", "write the answer alone"
    return None
