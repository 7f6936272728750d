"""Script lines of a CI job, run as its runner runs them, with a pip that installs nothing."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

PIP = 'pip() { :; }; python() { if [ "$1 $2" = "-m pip" ]; then :; else command python "$@"; fi; }'


@dataclass(frozen=True)
class Done:
    """Exit code and output of a script."""

    code: int
    out: str
    err: str


def run(lines: Iterable[str], folder: Path, **variables: str) -> Done:
    """Runs the lines until one fails; `exambank` is the one that runs this test."""
    scripts = Path(sys.executable).parent
    bash = shutil.which("bash")
    if sys.platform == "win32" or bash is None or not (scripts / "exambank").is_file():
        pytest.skip("the job runs in bash, with exambank installed beside this Python")
    script = "\n".join(["set -eo pipefail", PIP, *lines])
    path = os.pathsep.join([str(scripts), os.environ["PATH"]])
    done = subprocess.run(
        [bash, "--noprofile", "--norc", "-c", script],
        cwd=folder, env={**os.environ, "PATH": path, **variables},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return Done(done.returncode, done.stdout, done.stderr)
