"""Case files: Markdown in which each `##` heading says what holds and the fences below it show it."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

HEADING = re.compile(r"## +(?P<title>\S.*?) *")
FENCE = re.compile(r"(?P<ticks>`{3,})(?P<info>[^`]*)")
BYTE = re.compile(rb"\\x([0-9a-f]{2})")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fence: the words of its info string, its text, and the line of the file (from 0) at which its text begins."""

    info: tuple[str, ...]
    text: str
    start: int

    @property
    def kind(self) -> str:
        """The first word: the language."""
        return self.info[0] if self.info else ""

    @property
    def path(self) -> str | None:
        """The file that the fence stands for, where it says `file=…`."""
        return next((word.removeprefix("file=") for word in self.info if word.startswith("file=")), None)

    @property
    def data(self) -> bytes:
        r"""The file's bytes: where it says `bytes`, `\xHH` is one of them; where it says `unended`, no LF ends it."""
        data = self.text.encode()
        data = data.removesuffix(b"\n") if "unended" in self.info else data
        return BYTE.sub(lambda match: bytes([int(match[1], 16)]), data) if "bytes" in self.info else data


@dataclass(frozen=True, slots=True)
class Case:
    """A heading with its fences, in order."""

    title: str
    line: int
    fences: tuple[Fence, ...]


def read_cases(text: str) -> list[Case]:
    """The cases of a file's text.

    Raises:
        ValueError: a fence does not end, two cases have one title, or a case has no fence.
    """
    cases: list[Case] = []
    lines = text.split("\n")
    row = 0
    while row < len(lines):
        if opening := FENCE.fullmatch(lines[row]):
            end = next((at for at in range(row + 1, len(lines)) if lines[at] == opening["ticks"]), None)
            if end is None:
                raise ValueError(f"line {row + 1}: the fence has no end")
            if cases:
                body = "".join(line + "\n" for line in lines[row + 1 : end])
                fence = Fence(tuple(opening["info"].split()), body, row + 1)
                cases[-1] = Case(cases[-1].title, cases[-1].line, (*cases[-1].fences, fence))
            row = end
        elif heading := HEADING.fullmatch(lines[row]):
            cases.append(Case(heading["title"], row, ()))
        row += 1
    titles = [case.title for case in cases]
    if faulty := [case.title for case in cases if not case.fences or titles.count(case.title) > 1]:
        raise ValueError(f"a case has no fence, or stands twice: {faulty[0]}")
    return cases


def rewritten(text: str, fences: Mapping[Fence, str]) -> str:
    """The file's text with other texts in these fences."""
    lines = text.split("\n")
    for fence, new in sorted(fences.items(), key=lambda pair: pair[0].start, reverse=True):
        lines[fence.start : fence.start + fence.text.count("\n")] = new.split("\n")[:-1]
    return "\n".join(lines)


def compare(path: Path, case: Case, found: Sequence[tuple[Fence, str]], *, update: bool) -> None:
    """Holds what a case gave against what its fences say, or writes it there.

    Raises:
        AssertionError: they differ.
    """
    if update:
        text = path.read_text("utf-8")
        now = next(one for one in read_cases(text) if one.title == case.title)
        places = {fence: now.fences[case.fences.index(fence)] for fence, _ in found}
        path.write_text(rewritten(text, {places[fence]: new for fence, new in found}), "utf-8", newline="\n")
        return
    for fence, new in found:
        if new != fence.text:
            lines = difflib.unified_diff(fence.text.splitlines(), new.splitlines(), "said", "found", lineterm="")
            raise AssertionError("\n".join(lines))


class CaseFile(pytest.File):
    """A Markdown file as pytest sees it: one test a case, made by `case_test`."""

    case_test: type["CaseTest"]

    def collect(self) -> list["CaseTest"]:
        """The cases."""
        cases = read_cases(self.path.read_text("utf-8"))
        tests: list[CaseTest] = [self.case_test.from_parent(self, name=case.title, case=case) for case in cases]
        return tests


class CaseTest(pytest.Item):
    """One case; a subclass says in `found` what its fences should hold."""

    def __init__(self, *, case: Case, **arguments: object) -> None:
        super().__init__(**arguments)  # type: ignore[arg-type]  # pytest's own constructor arguments
        self.case = case

    def runtest(self) -> None:
        """Runs the case and compares."""
        folder = self.config._tmp_path_factory.mktemp("case")  # type: ignore[attr-defined]  # no public name for items
        compare(self.path, self.case, self.found(folder), update=self.config.getoption("--update-goldens"))

    def found(self, folder: Path) -> list[tuple[Fence, str]]:
        """Fences with the text that they should hold."""
        raise NotImplementedError

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str:
        """A differing text as pytest shows it, without the runner's own frames."""
        if isinstance(excinfo.value, AssertionError):
            return f"{self.path}:{self.case.line + 1}: {excinfo.value}"
        return str(super().repr_failure(excinfo, style))

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the case stands."""
        return self.path, self.case.line, self.case.title
