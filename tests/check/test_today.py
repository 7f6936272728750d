"""The day that dates are compared with: given, pinned, or the clock's; a new one is noticed."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exambank.check.run import check_bank
from exambank.check.today import months_before, today
from exambank.finding import Finding

NAME = "stale-reference"


@pytest.fixture
def dated(bank: Path) -> Path:
    """The bank with a reference that was checked on 2024-11-26."""
    path = bank / "items" / "air" / "air-layers-001.md"
    text = path.read_text("utf-8")
    header = "references: [{source: Guide, checked: 2024-11-26}]\n---\n"
    path.write_text(text.replace("---\n\n", f"{header}\n", 1), "utf-8", newline="\n")
    settings = bank / "bank.yaml"
    rule = ", {rule: LIF005, reason: What they say is known to everybody}"
    text = settings.read_text("utf-8")
    assert rule in text
    settings.write_text(text.replace(rule, ""), "utf-8", newline="\n")
    return bank


def pin(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    seconds = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds))


def stale(findings: tuple[Finding, ...]) -> list[str]:
    return [one.message for one in findings if one.name == NAME and "checked on" in one.message]


def test_a_cache_of_yesterday_is_no_answer_for_today(dated: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pin(monkeypatch, date(2026, 11, 26))
    assert stale(check_bank(dated).findings) == []
    pin(monkeypatch, date(2026, 11, 27))
    told = "the reference was checked on 2024-11-26, over 24 months before 2026-11-27"
    second = check_bank(dated)
    assert stale(second.findings) == [told]
    assert second.examined == 0
    assert stale(check_bank(dated).findings) == [told]
    pin(monkeypatch, date(2026, 11, 26))
    assert stale(check_bank(dated).findings) == []


def test_what_is_asked_for_goes_before_the_clock_and_leaves_no_trace(dated: Path) -> None:
    asked = {"today": date(2030, 1, 1)}
    assert len(stale(check_bank(dated, asked=asked).findings)) == 1
    assert stale(check_bank(dated).findings) == []


def test_another_day_is_no_change_of_the_bank(dated: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Packages do not depend on the day."""
    first = check_bank(dated).inputs
    pin(monkeypatch, date(2031, 1, 1))
    assert check_bank(dated).inputs == first


@pytest.mark.parametrize("pinned", [None, "", "soon", "9" * 40, "-" + "9" * 40])
def test_without_a_day_that_can_be_read_it_is_the_clocks(pinned: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    if pinned is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", pinned)
    before = datetime.now(UTC).date()
    assert before <= today() <= datetime.now(UTC).date()


@given(st.dates(), st.integers(0, 10_000))
def test_months_ago_is_the_same_day_or_the_last_of_a_shorter_month(day: date, months: int) -> None:
    earlier = months_before(day, months)
    if earlier > date.min:
        assert (day.year * 12 + day.month) - (earlier.year * 12 + earlier.month) == months
        assert earlier.day == day.day or (earlier.day < day.day and (earlier + timedelta(days=1)).day == 1)
    else:
        assert months >= (day.year - 1) * 12 + day.month - 1


def test_no_number_of_months_is_too_many() -> None:
    assert months_before(date(2026, 1, 1), 10**9) == date.min
    assert months_before(date(2026, 1, 1), -(10**9)) == date.max
