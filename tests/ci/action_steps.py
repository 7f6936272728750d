"""Runs the steps of a composite action as GitHub's runner does: expressions, variables, and bash."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

EXPRESSION = re.compile(r"\$\{\{ *(.+?) *\}\}")
COMPARISON = re.compile(r"([\w.-]+) *== *'([^']*)'")
BASH = ("--noprofile", "--norc", "-e", "-o", "pipefail", "-c")


@dataclass(frozen=True)
class Outcome:
    """A step's name, exit code, and what it printed."""

    name: str
    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Action:
    """An action's inputs with their defaults, and its steps."""

    inputs: dict[str, str]
    steps: list[dict[str, Any]]

    @classmethod
    def read(cls, path: Path) -> "Action":
        """The action of a file."""
        data = yaml.safe_load(path.read_text("utf-8"))
        inputs = {name: str(one.get("default", "")) for name, one in data["inputs"].items()}
        return cls(inputs, data["runs"]["steps"])

    def run(self, folder: Path, job: Mapping[str, str], context: Mapping[str, str]) -> Iterator[Outcome]:
        """Each step that is a command, until one fails; `context` has what expressions name.

        Raises:
            KeyError: an expression names what is not there.
        """
        known = {**{f"inputs.{name}": value for name, value in self.inputs.items()}, **context}
        for step in self.steps:
            if "run" not in step or not is_true(step.get("if", ""), known):
                continue
            assert step["shell"] == "bash"
            variables = {name: replaced(str(value), known) for name, value in step.get("env", {}).items()}
            exported = dict(line.split("=", 1) for line in Path(job["GITHUB_ENV"]).read_text("utf-8").splitlines())
            assert not EXPRESSION.search(step["run"]), "an input in a command would run as code"
            done = subprocess.run(
                [bash(), *BASH, step["run"]],
                cwd=folder, env={**os.environ, **job, **exported, **variables},
                capture_output=True, text=True, encoding="utf-8", check=False,
            )  # fmt: skip
            yield Outcome(step.get("name", ""), done.returncode, done.stdout, done.stderr)
            if done.returncode:
                return


def bash() -> str:
    """Bash's path."""
    found = shutil.which("bash")
    assert found is not None
    return found


def replaced(text: str, known: Mapping[str, str]) -> str:
    """The text with its expressions' values."""
    return EXPRESSION.sub(lambda match: known[match[1]], text)


def is_true(condition: str, known: Mapping[str, str]) -> bool:
    """Whether a condition holds; it is made of comparisons and `&&`."""
    for part in filter(None, map(str.strip, condition.split("&&"))):
        match = COMPARISON.fullmatch(part)
        assert match is not None, part
        if known[match[1]] != match[2]:
            return False
    return True
