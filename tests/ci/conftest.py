"""A repository as GitHub's checkout leaves it, and a server that answers as GitHub does."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ci.fake_github import TOKEN, GitHub, serving

ROOT = Path(__file__).parents[2]
BANK = ROOT / "tests" / "cli" / "bank"


def git(folder: Path, *arguments: str) -> None:
    """Runs git without the user's settings."""
    identity = ("-c", "user.name=Author", "-c", "user.email=author@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def commit_all(folder: Path) -> None:
    """Commits all that is there."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--no-verify", "--message=all")


OFFLINE = (
    "Could not resolve",
    "NameResolutionError",
    "Failed to establish a new connection",
    "dns error",
    "ProxyError",
)


def skip_if_offline(said: str) -> None:
    """Skips the test where what a command said shows that packages cannot be had here."""
    if found := next((words for words in OFFLINE if words in said), None):
        pytest.skip(f"packages cannot be installed without a network: {found}")


@pytest.fixture(autouse=True)
def git_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keeps the user's and, where a hook runs the tests, the outer repository's settings away."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "GITHUB_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("EXAMBANK_CACHE_DIR", str(tmp_path / "cache"))


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A checkout of o/r with a bank that has no findings."""
    folder = tmp_path / "work space"
    shutil.copytree(BANK, folder / "bank")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "remote", "add", "origin", "https://github.com/o/r")
    commit_all(folder)
    return folder


@pytest.fixture
def github() -> Iterator[GitHub]:
    """A server with no comments."""
    with serving(GitHub()) as server:
        yield server


@pytest.fixture
def job(tmp_path: Path, github: GitHub) -> dict[str, str]:
    """The variables that GitHub sets in a job for pull request 7."""
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"pull_request": {"number": 7}}), "utf-8")
    for name in ("env", "summary"):
        (tmp_path / name).touch()
    return {
        "CI": "true",
        "GITHUB_ACTIONS": "true",
        "GITHUB_API_URL": github.url,
        "GITHUB_ENV": str(tmp_path / "env"),
        "GITHUB_EVENT_NAME": "pull_request",
        "GITHUB_EVENT_PATH": str(event),
        "GITHUB_REPOSITORY": "o/r",
        "GITHUB_SERVER_URL": "https://github.com",
        "GITHUB_SHA": "abc123",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "GITHUB_TOKEN": TOKEN,
        "NO_PROXY": "127.0.0.1",
        "no_proxy": "127.0.0.1",
    }
