"""Options that are dates: "2026-05-01", "1 May 2026", "May 1", "May 2026", "1.5.2026"."""

from collections.abc import Mapping
from datetime import date

from exambank.check.expression import expression

MONTH = r"(?P<month>[^\W\d_]{3,9})\.?"
DAY = r"(?P<day>\d{1,2})"
FORMS = (
    expression(r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)"),
    expression(r"(?P<day>\d{1,2})\. ?(?P<number>\d{1,2})\. ?(?P<year>\d{4})"),
    expression(rf"{DAY}(?:st|nd|rd|th|\.)? (?:of )?{MONTH}(?:,? (?P<year>\d{{1,4}}))?"),
    expression(rf"{MONTH} {DAY}(?:st|nd|rd|th)?(?:, ?(?P<year>\d{{1,4}})| (?P<late>\d{{3,4}}))?"),
    expression(rf"{MONTH},? (?P<year>\d{{3,4}})"),
)
DAY_OF_YEAR, DAY_OF_ANY_YEAR, MONTH_OF_YEAR = KINDS = ("date", "date without a year", "month of a year")
LEAP = 2000  # a year that has every day, for dates without one


def date_of(text: str, months: Mapping[str, int]) -> tuple[float, str] | None:
    """A number that rises with time, and the kind of date, of KINDS: of two kinds none is the earlier one.

    `months` are a language's names in small letters.
    """
    for form in FORMS:
        match = form.fullmatch(text.strip(" ."))
        found = match.groupdict() if match is not None else {}
        number = found.get("number")
        month = int(number) if number else months.get((found.get("month") or "").lower())
        if month is None:
            continue
        year, day = found.get("year") or found.get("late"), found.get("day")
        try:
            value = date(int(year or LEAP), month, int(day or 1))
        except ValueError:
            continue
        kind = MONTH_OF_YEAR if not day else DAY_OF_YEAR if year else DAY_OF_ANY_YEAR
        return float(value.toordinal()), kind
    return None
