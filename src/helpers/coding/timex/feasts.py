"""Days of holidays: the code of a holiday in the vocabulary, and the day of a movable feast in a year."""

from __future__ import annotations

import datetime as dt
import re

DAY = dt.timedelta(days=1)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CODE = re.compile(
    r"(?P<solar>solar )?(?P<month>\d\d)-(?P<day>\d\d)|(?P<feast>easter|orthodox)(?: (?P<shift>[+-]\d+))?|nowruz"
    r"|(?P<in_month>\d\d) (?P<weekday>mon|tue|wed|thu|fri|sat|sun) (?P<nth>[1-5]|last)"
)


def check_code(code: str) -> bool:
    """True when a holiday's code in the lexicon can be read: 12-25, easter +1, orthodox, nowruz, 11 thu 4, solar 11-22."""
    return CODE.fullmatch(code) is not None


def feast_day(code: str, year: int) -> dt.date:
    """The day of a movable feast, or the n-th or last weekday of a month, in a year.

    Western Easter by the rule of Meeus, Jones and Butcher; Eastern Easter by the Julian rule, written in the Gregorian calendar.

    Raises:
        ValueError: the month has no fifth such weekday.
    """
    match = CODE.fullmatch(code)
    assert match is not None, code
    if match["in_month"] is not None:
        first = dt.date(year, int(match["in_month"]), 1)
        ahead = (WEEKDAYS.index(match["weekday"]) - first.weekday()) % 7
        days = [first + shift * DAY for shift in range(ahead, 35, 7)]
        days = [day for day in days if day.month == first.month]
        if match["nth"] == "last":
            return days[-1]
        if int(match["nth"]) > len(days):
            raise ValueError(f"month {first.month} of {year} has no fifth such weekday")
        return days[int(match["nth"]) - 1]
    easter = western_easter(year) if match["feast"] == "easter" else eastern_easter(year)
    return easter + int(match["shift"] or 0) * DAY


def western_easter(year: int) -> dt.date:
    """Easter Sunday in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def eastern_easter(year: int) -> dt.date:
    """Easter Sunday of the Julian calendar as a Gregorian day (Meeus, chapter 8)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return dt.date(year, month, day + 1) + (year // 100 - year // 400 - 2) * DAY
