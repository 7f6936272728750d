"""A small bank, and a way to build it in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.small_bank import write_small_bank

Done = subprocess.CompletedProcess[str]
Build = Callable[..., Done]


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small bank in a folder of its own, with a cache of its own."""
    monkeypatch.setenv("EXAMBANK_CACHE_DIR", str(tmp_path / "cache"))
    return write_small_bank(tmp_path)


@pytest.fixture
def build() -> Build:
    """Runs `exambank build` in a new process."""

    def run(root: Path, out: Path, *arguments: str, env: Mapping[str, str] | None = None) -> Done:
        command = [sys.executable, "-m", "exambank", "build", str(root), "--out", str(out), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **(env or {})})

    return run


def packages(out: Path) -> dict[str, bytes]:
    """The files of a build by name."""
    return {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.is_file()}
