"""Colour on a real terminal, and none under NO_COLOR."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import BANK

pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")

COMMANDS = [["coverage"], ["check"]]


def said(folder: Path, arguments: list[str], **variables: str) -> str:
    """What a command prints on a terminal."""
    master, terminal = pty.openpty()
    names = ("NO_COLOR", "FORCE_COLOR")
    environment = {name: value for name, value in os.environ.items() if name not in names}
    environment |= {"TERM": "xterm", "EXAMBANK_CACHE_DIR": str(folder / ".cache"), **variables}
    command = [sys.executable, "-m", "exambank", *arguments]
    process = subprocess.Popen(command, cwd=folder, stdout=terminal, stderr=terminal, stdin=terminal, env=environment)
    os.close(terminal)
    text = b""
    while True:
        try:
            part = os.read(master, 4096)
        except OSError:  # Linux: the other end is closed
            break
        if not part:
            break
        text += part
    os.close(master)
    assert process.wait() in {0, 1}
    return text.decode()


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    ("variables", "is_coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour_is_for_terminals_that_want_it(
    arguments: list[str], variables: dict[str, str], is_coloured: bool, tmp_path: Path
) -> None:
    shutil.copytree(BANK, tmp_path / "bank")
    (tmp_path / "bank" / "items" / "bad.md").write_text("no front matter\n", "utf-8")
    text = said(tmp_path, arguments, **variables)
    assert "A small exam" in text or "STR002" in text
    assert ("\033[" in text) is is_coloured
