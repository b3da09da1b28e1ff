"""Solar Hijri calendar: days, months, seasons and years as intervals of Gregorian days, both ends computed in that calendar."""

from __future__ import annotations

import datetime as dt

import jdatetime

DAY = dt.timedelta(days=1)


def to_gregorian(year: int, month: int, day: int) -> dt.date:
    """The Gregorian day of a Solar Hijri day.

    Raises:
        ValueError: there is no such day.
    """
    result: dt.date = jdatetime.date(year, month, day).togregorian()
    return result


def from_gregorian(day: dt.date) -> tuple[int, int, int]:
    """(year, month, day) in the Solar Hijri calendar."""
    solar = jdatetime.date.fromgregorian(date=day)
    return solar.year, solar.month, solar.day


def month_bounds(year: int, month: int) -> tuple[dt.date, dt.date]:
    """First and last Gregorian day of a Solar Hijri month."""
    first = to_gregorian(year, month, 1)
    after = to_gregorian(year + 1, 1, 1) if month == 12 else to_gregorian(year, month + 1, 1)
    return first, after - DAY


def months_bounds(year: int, first: int, last: int) -> tuple[dt.date, dt.date]:
    """First Gregorian day of month `first` and last of month `last` of one Solar Hijri year."""
    return month_bounds(year, first)[0], month_bounds(year, last)[1]
