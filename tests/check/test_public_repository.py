"""A secure bank in a repository that a CI service calls public (SEC004); what it says is part of a result's cache."""

import json
from pathlib import Path

import pytest

from exambank.check.public_repository import is_public_repository
from exambank.check.run import check_bank

SECURE = "security: secure\n"


@pytest.fixture
def secure(bank: Path) -> Path:
    """The small bank, whose keys must not be known."""
    settings = bank / "bank.yaml"
    settings.write_text(settings.read_text("utf-8") + SECURE, "utf-8", newline="\n")
    return bank


def told(bank: Path) -> list[str]:
    return [f"{one.code} {one.place.path}" for one in check_bank(bank).findings if one.code == "SEC004"]


@pytest.mark.parametrize(
    ("event", "is_public"),
    [
        ('{"repository": {"private": false}}', True),
        ('{"repository": {"private": true}}', False),
        ('{"repository": {"private": null}}', False),
        ('{"repository": {}}', False),
        ('{"repository": []}', False),
        ('{"schedule": "0 6 * * *"}', False),
        ("[]", False),
        ("", False),
        ("[" * 100_000, False),
    ],
)
def test_the_event_of_a_job_says_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, event: str, is_public: bool
) -> None:
    path = tmp_path / "event.json"
    path.write_text(event, "utf-8")
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(path))
    assert is_public_repository() is is_public


@pytest.mark.parametrize(
    ("visibility", "is_public"), [("public", True), ("internal", False), ("private", False), ("", False)]
)
def test_gitlab_says_it(monkeypatch: pytest.MonkeyPatch, visibility: str, is_public: bool) -> None:
    monkeypatch.setenv("CI_PROJECT_VISIBILITY", visibility)
    assert is_public_repository() is is_public


def test_nobody_says_it_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_public_repository()
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(tmp_path / "none.json"))
    assert not is_public_repository()


def test_a_secure_bank_is_found_there_alone(secure: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With one cache for all of it: what the service says counts, not what it said last time."""
    monkeypatch.setenv("EXAMBANK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr("exambank.check.cache.RACY", -1_000_000_000)  # the youngest time counts as a settled one
    event = tmp_path / "event.json"
    assert told(secure) == []
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(event))
    for private, found in ((True, []), (False, ["SEC004 bank.yaml"]), (True, [])):
        event.write_text(json.dumps({"repository": {"private": private}}), "utf-8")
        assert told(secure) == found
        assert told(secure) == found


@pytest.mark.parametrize("said", ["", "security: open\n"])
def test_an_open_bank_may_be_public(secure: Path, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("CI_PROJECT_VISIBILITY", "public")
    settings = secure / "bank.yaml"
    assert told(secure) == ["SEC004 bank.yaml"]
    settings.write_text(settings.read_text("utf-8").replace(SECURE, said), "utf-8", newline="\n")
    assert told(secure) == []


def test_what_security_may_be_is_told(secure: Path) -> None:
    settings = secure / "bank.yaml"
    settings.write_text(settings.read_text("utf-8").replace("secure\n", "high\n"), "utf-8", newline="\n")
    assert any("security" in one.message and "secure" in one.message for one in check_bank(secure).findings)
