"""What a new repository installs: the commit that runs now where it is known, and never a folder of this machine."""

import json

import pytest

from exambank.starting import requirement

COMMIT = "0123456789abcdef0123456789abcdef01234567"
GIT = {"vcs": "git", "commit_id": COMMIT, "requested_revision": "main"}


def told(monkeypatch: pytest.MonkeyPatch, text: str | None) -> str:
    """What comes of what the installer wrote down."""

    class Installed:
        def read_text(self, name: str) -> str | None:
            assert name == "direct_url.json"
            return text

    monkeypatch.setattr(requirement, "distribution", lambda _: Installed())
    return requirement.requirement()


def test_a_commit_of_a_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    source = {"url": "https://github.com/o/exambank.git", "vcs_info": GIT}
    assert told(monkeypatch, json.dumps(source)) == f"exambank @ git+https://github.com/o/exambank.git@{COMMIT}"


@pytest.mark.parametrize(
    "source",
    [
        None,
        "",
        "no JSON",
        "[]",
        '{"url": "file:///home/a/exambank", "dir_info": {"editable": true}}',
        json.dumps({"url": "file:///home/a/exambank", "vcs_info": GIT}),
        json.dumps({"url": "ssh://git@example.org/exambank", "vcs_info": GIT}),
        json.dumps({"url": 'https://example.org/"; rm -rf ~; "', "vcs_info": GIT}),
        json.dumps({"url": "https://example.org/$(id)", "vcs_info": GIT}),
        json.dumps({"url": "https://example.org/a", "vcs_info": {"vcs": "git"}}),
    ],
)
def test_whatever_else_is_the_name_alone(source: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(monkeypatch, source) == "exambank"


def test_a_package_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(requirement, "NAME", "exambank-which-is-not-installed")
    assert requirement.requirement() == "exambank-which-is-not-installed"
