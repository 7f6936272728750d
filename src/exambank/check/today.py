"""The day that dates in a bank are compared with."""

import os
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime

PINNED = "SOURCE_DATE_EPOCH"  # seconds since 1970; reproducible-builds.org/specs/source-date-epoch


def today() -> date:
    """The day that the environment pins, else the clock's; of UTC, so that it is the same everywhere."""
    pinned = os.environ.get(PINNED, "")
    try:
        return datetime.fromtimestamp(int(pinned), UTC).date()
    except (ValueError, OverflowError, OSError):
        return datetime.now(UTC).date()


def months_before(day: date, months: int) -> date:
    """The day of so many months ago; the last of its month where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.min if months > 0 else date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
