"""A build that is killed leaves the old packages or the new ones, and the next build is whole."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.building.conftest import Build, packages
from tests.small_bank import accept_all

MOMENTS = 24  # kills, spread over the time that a build takes


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_kill_at_any_moment_leaves_whole_packages(bank: Path, build: Build, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out).mkdir()
    (out / "README.md").write_text("mine")
    assert build(bank, out).returncode == 0
    old = packages(out)
    item = bank / "items" / "water" / "water-states-001.md"
    item.write_text(item.read_text("utf-8").replace("kettle", "large kettle"), "utf-8")
    accept_all(bank)
    reference = tmp_path / "reference"
    started = time.monotonic()
    assert build(bank, reference, "--no-cache").returncode == 0
    duration = time.monotonic() - started
    new = packages(reference) | {"README.md": b"mine"}
    assert new != old
    states = set()
    for moment in range(MOMENTS):
        for name, data in old.items():
            (out / name).write_bytes(data)
        kill_after(bank, out, duration * (moment + 1) / MOMENTS)
        found = packages(out)
        assert sorted(found) == sorted(old)
        assert [name for name in found if found[name] not in (old[name], new[name])] == []
        states.add("old" if found == old else "new" if found == new else "between")
    assert "old" in states, "every kill came too late to test anything"
    assert build(bank, out, "--no-cache").returncode == 0
    assert packages(out) == new


def kill_after(bank: Path, out: Path, seconds: float) -> None:
    """Starts a build and kills it, workers and all."""
    command = [sys.executable, "-m", "exambank", "build", str(bank), "--out", str(out), "--no-cache"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    time.sleep(seconds)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
