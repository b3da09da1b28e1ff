"""Days of holidays: the code of a holiday in the vocabulary, and the day of a movable feast in a year."""

from __future__ import annotations

import datetime as dt
import re

from helpers.coding.timex import solar
from helpers.foundation.dates import month_end

DAY = dt.timedelta(days=1)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CODE = re.compile(
    r"(?P<solar>solar )?(?:(?P<month>\d\d)-(?P<day>\d\d)"
    r"|(?P<in_month>\d\d) (?P<weekday>mon|tue|wed|thu|fri|sat|sun|day) (?P<nth>[1-5]|last)(?: \+(?P<after>\d))?)"
    r"|(?P<feast>easter|orthodox)(?: (?P<shift>[+-]\d+))?|nowruz"
)


def check_code(code: str) -> bool:
    """True when a holiday's code in the lexicon can be read: 12-25, easter +1, orthodox, nowruz, 11 thu 4, 11 mon 1 +1, solar 11-22."""
    return CODE.fullmatch(code) is not None


def feast_day(code: str, year: int) -> dt.date:
    """The day of a movable feast, or the n-th or last day or weekday of a month (or one counted from it), in a year.

    Western Easter by the rule of Meeus, Jones and Butcher; Eastern Easter by the Julian rule, written in the Gregorian calendar.
    The year of a Solar Hijri code is a year of that calendar.

    Raises:
        ValueError: the month has no fifth such weekday.
    """
    match = CODE.fullmatch(code)
    assert match is not None, code
    if match["in_month"] is not None:
        month, weekday, nth = int(match["in_month"]), match["weekday"], match["nth"]
        first, last = (dt.date(year, month, 1), month_end(year, month))
        if match["solar"]:
            first, last = solar.month_bounds(year, month)
        ahead, step = (0, 1) if weekday == "day" else ((WEEKDAYS.index(weekday) - first.weekday()) % 7, 7)
        days = [first + shift * DAY for shift in range(ahead, (last - first).days + 1, step)]
        if nth != "last" and int(nth) > len(days):
            raise ValueError(f"month {month} of {year} has no fifth such weekday")
        day = days[-1] if nth == "last" else days[int(nth) - 1]
        return day + int(match["after"] or 0) * DAY
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
