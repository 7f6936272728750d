"""What `init` writes, run for real: its jobs in bash, and its sessions by nox."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from tests.ci.conftest import ROOT, git, skip_if_offline
from tests.ci.shell import run

from exambank.cli.group import run as exambank

SECONDS = 600


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    folder = tmp_path / "first aid"
    assert exambank(["init", str(folder)]) == 0
    return folder


def test_the_jobs_of_github_pass(programme: Path, tmp_path: Path) -> None:
    jobs = yaml.safe_load((programme / ".github" / "workflows" / "exambank.yml").read_text("utf-8"))["jobs"]
    lines = [step["run"] for step in jobs["bank"]["steps"] if "run" in step]
    done = run(lines, programme, GITHUB_STEP_SUMMARY=str(tmp_path / "summary"))
    assert done.code == 0, done.err
    assert (tmp_path / "summary").read_text("utf-8").startswith("### exambank\n\n✓ no findings in 1 item\n")
    assert sorted(path.name for path in (programme / "dist").glob("*.zip"))


def nox(folder: Path, path: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    pytest.importorskip("nox", reason="nox is not installed: `nox -s hooks`")
    done = subprocess.run(
        [sys.executable, "-m", "nox", *arguments],
        cwd=folder, env={**os.environ, "PATH": path}, timeout=SECONDS,
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode:
        skip_if_offline(done.stdout + done.stderr)
    return done


@pytest.mark.hooks
def test_nox_runs_the_exambank_that_is_installed(programme: Path) -> None:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = nox(programme, path)
    assert done.returncode == 0, done.stderr
    assert "✓ no findings in 1 item" in done.stdout + done.stderr
    assert not list((programme / ".nox").glob("*/bin/python"))
    assert nox(programme, path, "--session", "fmt", "build", "--", "--help").returncode == 0
    done = nox(programme, path, "--session", "coverage")
    assert "items to write: 19" in done.stdout + done.stderr
    done = nox(programme, path, "--session", "build", "--", "--status", "draft")
    assert done.returncode == 0, done.stderr
    (programme / "bank" / "items" / "bad.md").write_text("no front matter\n", "utf-8")
    assert nox(programme, path).returncode == 1


@pytest.mark.hooks
def test_pre_commit_runs_the_exambank_that_is_installed(programme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pre_commit", reason="pre-commit is not installed: `nox -s hooks`")
    monkeypatch.setenv("PATH", os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    monkeypatch.setenv("PRE_COMMIT_HOME", str(programme.parent / "pre-commit"))
    git(programme, "init", "--quiet")
    git(programme, "add", "--all")
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files"]
    done = subprocess.run(command, cwd=programme, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("Passed") == 2
    (programme / "bank" / "items" / "bad.md").write_text("no front matter\n", "utf-8")
    git(programme, "add", "--all")
    done = subprocess.run(command, cwd=programme, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "STR002 bad-front-matter" in done.stdout


@pytest.mark.hooks
def test_nox_installs_one_where_there_is_none(programme: Path) -> None:
    noxfile = programme / "noxfile.py"
    text = noxfile.read_text("utf-8")
    assert text.count('session.install("exambank")') == 1
    noxfile.write_text(text.replace('install("exambank")', f'install("{ROOT.as_posix()}")'), "utf-8")
    folders = os.environ["PATH"].split(os.pathsep)
    done = nox(programme, os.pathsep.join(one for one in folders if not (Path(one) / "exambank").exists()))
    assert done.returncode == 0, done.stderr
    assert "✓ no findings in 1 item" in done.stdout + done.stderr
    assert (programme / ".nox" / "check").is_dir()
