"""Which rules run, how severely, with which limits."""

from collections.abc import Iterator

import pytest

from exambank.check.rule import Rule
from exambank.check.selection import Selection, close_selector, setting_faults
from exambank.finding import Fault, Severity
from exambank.model.check_settings import CheckSettings


def rule(code: str = "TXT001", name: str = "raw-html", *, is_preview: bool = False) -> Rule:
    return Rule(code, name, Severity.WARNING, over=str, check=lengths, limits={"characters": 3}, is_preview=is_preview)


def lengths(text: str, limits: dict[str, float]) -> Iterator[Fault]:
    if len(text) > limits["characters"]:
        yield rule().finding(at=(), message="long", mend="shorten")


def selection(**settings: object) -> Selection:
    return Selection(CheckSettings.model_validate(settings))


@pytest.mark.parametrize(
    ("settings", "is_on", "is_on_in_preview"),
    [
        ({}, True, False),
        ({"preview": True}, True, True),
        ({"extend_select": ["TXT001"]}, True, True),
        ({"extend_select": ["raw-html"]}, True, True),
        ({"extend_select": ["TXT"]}, True, False),
        ({"select": ["TXT"]}, True, False),
        ({"select": ["TXT0"], "preview": True}, True, True),
        ({"select": ["ALL"]}, True, False),
        ({"select": ["TXT001"]}, True, True),
        ({"select": ["OPT"]}, False, False),
        ({"select": ["OPT"], "extend_select": ["TXT"]}, True, False),
        ({"ignore": ["TXT"], "extend_select": ["TXT001"]}, False, False),
        ({"ignore": [{"rule": "raw-html", "reason": "r"}]}, False, False),
        ({"ignore": ["ALL"]}, False, False),
    ],
)
def test_what_runs(settings: dict[str, object], is_on: bool, is_on_in_preview: bool) -> None:
    chosen = selection(**settings)
    assert chosen.is_on(rule()) is is_on
    assert chosen.is_on(rule(is_preview=True)) is is_on_in_preview


@pytest.mark.parametrize("settings", [{"select": ["OPT"]}, {"ignore": ["ALL"]}, {"severity": {"ALL": "info"}}])
def test_what_guards_the_keys_always_runs(settings: dict[str, object]) -> None:
    guard = rule("KEY002", "key-changed")
    chosen = selection(**settings, per_path={"*": {"ignore": ["ALL"]}})
    assert chosen.is_on(guard)
    assert not chosen.is_ignored("KEY002", "key-changed", "a.md")
    assert chosen.severity("KEY002", "key-changed", "a.md") is None


def test_limits_are_the_banks_by_name_or_code_else_the_rules() -> None:
    texts = ("abc", "abcd", "abcdef")
    for settings, long in (
        ({}, ["abcd", "abcdef"]),
        ({"limits": {"raw-html": {"characters": 5}}}, ["abcdef"]),
        ({"limits": {"TXT001": {"characters": 6}}}, []),
    ):
        check = selection(**settings).check_of(rule())
        assert [text for text in texts if list(check(text))] == long


@pytest.mark.parametrize(
    ("path", "is_ignored"),
    [("items/old/a.md", True), ("items/old/deep/a.md", True), ("items/a.md", False), ("items/b.md", True)],
)
def test_paths_leave_rules_out(path: str, is_ignored: bool) -> None:
    chosen = selection(per_path={"items/old/**": {"ignore": ["TXT"]}, "b.md": {"ignore": ["raw-html"]}})
    assert chosen.is_ignored("TXT001", "raw-html", path) is is_ignored
    assert not chosen.is_ignored("OPT001", "duplicate-option", path)


def test_the_nearest_severity_counts() -> None:
    chosen = selection(
        severity={"ALL": "info", "TXT": "error", "TXT00": "warning", "OPT001": "warning", "no-key": "info"},
        per_path={"old/*": {"severity": {"TXT001": "info"}}},
    )
    assert chosen.severity("TXT001", "raw-html", "a.md") is Severity.WARNING
    assert chosen.severity("TXT001", "raw-html", "old/a.md") is Severity.INFO
    assert chosen.severity("TXT010", "other", "old/a.md") is Severity.ERROR
    assert chosen.severity("OPT001", "duplicate-option", "a.md") is Severity.WARNING
    assert chosen.severity("STM001", "other", "a.md") is Severity.INFO
    assert selection().severity("TXT001", "raw-html", "a.md") is None


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"select": ["TXT001", "raw-html", "TXT", "ALL"]}, []),
        ({"select": ["TXT999"]}, [("select", 0)]),
        ({"ignore": ["KEY001"]}, [("ignore", 0)]),
        ({"select": ["KEY001"]}, []),
        ({"severity": {"KEY001": "error", "KEY002": "info"}}, [("severity", "KEY002")]),
        ({"limits": {"suppression-without-reason": {"characters": 2}}}, []),
        ({"limits": {"SUP002": {"letters": 2}}}, [("limits", "SUP002", "letters")]),
        ({"limits": {"no-such-rule": {"a": 2}}}, [("limits", "no-such-rule")]),
        ({"per_path": {"*": {"ignore": ["TXT", "key-changed"]}}}, [("per_path", "*", "ignore", 1)]),
        ({"per_path": {"items/**": {}, "!": {}, "[": {}, "!a": {}}}, [("per_path", one) for one in ("!", "[", "!a")]),
    ],
)  # fmt: skip
def test_settings_that_do_nothing_are_told_at_their_places(settings: dict[str, object], told: list[object]) -> None:
    assert [at for at, _, _ in setting_faults(CheckSettings.model_validate(settings))] == told


@pytest.mark.parametrize("glob", ["!", "[", "/", "", "!a.md"])
def test_a_pattern_that_is_none_matches_nothing(glob: str) -> None:
    assert not selection(per_path={glob: {"ignore": ["TXT"]}}).is_ignored("TXT001", "raw-html", "a.md")


@pytest.mark.parametrize(
    ("selector", "meant"),
    [
        ("opt006", "OPT006"),
        ("Longest-Key", "longest-key"),
        ("opt", "OPT"),
        ("all", "ALL"),
        ("longest-kee", "longest-key"),
        ("q", None),
    ],
)
def test_what_was_meant(selector: str, meant: str | None) -> None:
    assert close_selector(selector) == meant
