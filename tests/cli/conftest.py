"""Collects command tests: `test_*.md`, after pandoc's.

A case is a sequence of fences: one with `file=…` writes a file, one of kind `console` runs commands and shows what they
print, standard output and error in order, and the exit code where it is not 0 (`=> 1`). Beside `exambank` there are
`rm`, `mv`, `cat`, `sed OLD NEW FILE` and `cd`. Every case begins in an empty folder; a fence `bank` puts a copy of
tests/cli/bank there. HERE stands for that folder.
"""

import contextlib
import io
import os
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.case_files import CaseFile, CaseTest, Fence

from exambank.cli import main

BANK = Path(__file__).parent / "bank"


class CommandCase(CaseTest):
    """Commands, one after another."""

    def found(self, folder: Path) -> list[tuple[Fence, str]]:
        """Every console with what its commands print."""
        said: list[tuple[Fence, str]] = []
        with standing_in(folder):
            for fence in self.case.fences:
                if fence.kind == "console":
                    commands = [line[2:] for line in fence.text.splitlines() if line.startswith("$ ")]
                    said.append((fence, "".join(f"$ {command}\n{outcome(command, folder)}" for command in commands)))
                elif fence.path:
                    Path(fence.path).parent.mkdir(parents=True, exist_ok=True)
                    Path(fence.path).write_bytes(fence.data)
                elif fence.kind == "bank":
                    shutil.copytree(BANK, folder / "bank")
        return said


class CommandCases(CaseFile):
    """A file of command tests."""

    case_test = CommandCase


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> CommandCases | None:
    """Takes Markdown files whose names begin with `test_`."""
    is_ours = file_path.suffix == ".md" and file_path.name.startswith("test_")
    return CommandCases.from_parent(parent, path=file_path) if is_ours else None


@contextlib.contextmanager
def standing_in(folder: Path) -> Iterator[None]:
    """In this folder, with a cache beside it and without colours."""
    with contextlib.chdir(folder), pytest.MonkeyPatch.context() as patch:
        patch.setenv("EXAMBANK_CACHE_DIR", str(folder / ".cache"))
        patch.setenv("COLUMNS", "80")
        patch.delenv("GITHUB_SHA", raising=False)  # in GitHub's jobs a comment would link to it
        yield


def outcome(command: str, folder: Path) -> str:
    """What a command prints, and its exit code where it is not 0."""
    name, *arguments = shlex.split(command)
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", [name, *arguments])
        code = main() if name == "exambank" else tool(name, arguments)
    said = out.getvalue().replace(str(folder.resolve()), "HERE")
    return said + (f"=> {code}\n" if code else "")


def tool(name: str, arguments: list[str]) -> int:
    """The few commands that cases need beside our own."""
    match name, arguments:
        case "rm", [path]:
            Path(path).unlink()
        case "mv", [path, other]:
            Path(path).rename(other)
        case "cat", [path]:
            sys.stdout.write(Path(path).read_text("utf-8"))
        case "sed", [old, new, path]:
            text = Path(path).read_text("utf-8")
            assert old in text, f"{path} holds no {old}"
            Path(path).write_text(text.replace(old, new), "utf-8", newline="\n")
        case "cd", [path]:
            os.chdir(path)
        case _:
            raise ValueError(f"there is no command {name} in these cases")
    return 0
