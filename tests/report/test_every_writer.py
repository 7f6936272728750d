"""The list of writers against the folder, and no import before a writer is asked for."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.samples import any_findings, written

import exambank.report
from exambank.finding import Finding
from exambank.report import WRITERS

FOLDER = Path(exambank.report.__file__).parent


def test_every_module_that_writes_is_in_the_list() -> None:
    modules = {f"exambank.report.{path.stem}" for path in FOLDER.glob("[!_]*.py")}
    assert {name for name in modules if hasattr(import_module(name), "write")} == set(WRITERS.values())


@given(st.sampled_from(sorted(WRITERS)), any_findings)
def test_any_finding_is_written_the_same_twice(name: str, found: list[Finding]) -> None:
    if name != "json":  # which keeps a message as it is
        written(import_module(WRITERS[name]), found)


@pytest.mark.parametrize("name", WRITERS)
def test_nothing_found_is_written(name: str) -> None:
    assert written(import_module(WRITERS[name]), [])


def test_the_command_imports_no_writer_and_text_no_other() -> None:
    program = (
        "import sys\nimport exambank.cli.check as check\n"
        "def those(): print(*sorted(m for m in sys.modules if m.startswith('exambank.report.')))\n"
        "those()\ncheck.write_report([], 1, 'text', sys.stderr)\nthose()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["", "exambank.report.terminal"]
