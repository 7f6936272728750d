"""What a command costs before it does anything: imports that are heavy stay out of the common runs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.small_bank import write_small_bank

from exambank.cli import COMMANDS
from exambank.cli.group import run

HEAVY = ("pydantic", "pydantic_core", "lxml", "markdown_it", "jsonschema", "yaml", "rich", "latex2mathml", "pathspec")


def imported(*arguments: str, cache: Path) -> set[str]:
    """The heavy packages that a command imports, in a process of its own."""
    program = (
        "import sys\nfrom exambank.cli import main\nmain()\nprint(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True, text=True, check=True, env={**os.environ, "EXAMBANK_CACHE_DIR": str(cache)},
    )  # fmt: skip
    return set(done.stdout.splitlines()[-1].split()) & set(HEAVY)


def test_the_version_imports_nothing_heavy_not_even_click(tmp_path: Path) -> None:
    program = "import sys\nfrom exambank.cli import main\nmain()\nprint('click' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1:] == ["False"]
    assert imported("--version", cache=tmp_path) == set()


def test_help_imports_no_command(tmp_path: Path) -> None:
    program = "import sys\nfrom exambank.cli.group import run\nrun(['--help'])\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    modules = done.stdout.splitlines()[-1].split()
    assert not [name for name, _ in COMMANDS.values() if name in modules]
    assert imported("check", "--help", cache=tmp_path) == set()


def test_a_check_of_what_has_not_changed_imports_nothing_heavy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once files are old enough to be trusted by their time; the first run shows that the look at modules works."""
    monkeypatch.setenv("EXAMBANK_CACHE_DIR", str(tmp_path / "cache"))
    root = write_small_bank(tmp_path)
    first = imported("check", str(root), cache=tmp_path / "cache")
    assert {"markdown_it", "yaml"} <= first
    assert first.isdisjoint({"pydantic", "pydantic_core"}), "values that are plainly right need no pydantic"
    monkeypatch.setattr("exambank.check.cache.RACY", -1_000_000_000)
    assert run(["check", str(root)]) == 0
    assert imported("check", str(root), cache=tmp_path / "cache") == set()


def test_every_command_of_the_table_has_a_line_and_can_be_imported() -> None:
    for name, (module, line) in COMMANDS.items():
        assert line.endswith("."), name
        assert module.startswith("exambank.cli.")
        if name != "fmt" or (Path(__file__).parents[2] / "src" / "exambank" / "cli" / "fmt.py").exists():
            assert run([name, "--help"]) == 0


def test_an_option_that_is_none_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--colour"]) == 2
    assert "No such option" in capsys.readouterr().err


def test_our_own_fault_is_one_line_and_exit_code_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a rule broke")

    (tmp_path / "bank.yaml").write_text("")
    monkeypatch.setattr("exambank.cli.check.check_bank", broken)
    assert run(["check", str(tmp_path)]) == 3
    said = capsys.readouterr().err
    assert "internal error: RuntimeError: a rule broke" in said
    assert "Traceback" not in said
    assert run(["--debug", "check", str(tmp_path)]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_a_pipe_that_closes_is_no_error(tmp_path: Path) -> None:
    command = f"'{sys.executable}' -m exambank rule --all | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("# STR001 bad-encoding\n", "")
