"""Units of time as closed intervals of days with their TIMEX3 values: days, weeks, months, years, seasons, Solar Hijri units."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from helpers.coding.timex import solar
from helpers.foundation.dates import month_end, read_edtf, write_edtf

DAY = dt.timedelta(days=1)
SEASON_LETTERS = ("SP", "SU", "FA", "WI")


@dataclass(frozen=True, slots=True)
class Period:
    """A resolved unit: its value, first and last day, the EDTF string of the whole unit, and its grain."""

    value: str
    low: dt.date
    high: dt.date
    edtf: str
    grain: str


def _period(value: str, low: dt.date, high: dt.date, grain: str) -> Period:
    return Period(value, low, high, write_edtf(low, high) or "", grain)


def day_period(day: dt.date) -> Period:
    """One day."""
    return _period(day.isoformat(), day, day, "day")


def week_period(day: dt.date) -> Period:
    """The ISO week (Monday first) that holds `day`."""
    monday = day - (day.isoweekday() - 1) * DAY
    year, week, _ = monday.isocalendar()
    return _period(f"{year:04d}-W{week:02d}", monday, monday + 6 * DAY, "week")


def weekend_period(day: dt.date) -> Period:
    """Saturday and Sunday of the ISO week that holds `day`."""
    week = week_period(day)
    return _period(f"{week.value}-WE", week.low + 5 * DAY, week.high, "weekend")


def month_period(year: int, month: int) -> Period:
    """A Gregorian month; `month` may run over the year's ends."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return _period(f"{year:04d}-{month:02d}", dt.date(year, month, 1), month_end(year, month), "month")


def quarter_period(year: int, number: int) -> Period:
    """A quarter; `number` may run over the year's ends."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    low, high = dt.date(year, 3 * number - 2, 1), month_end(year, 3 * number)
    return _period(f"{year:04d}-Q{number}", low, high, "quarter")


def half_period(year: int, number: int) -> Period:
    """A half of a year."""
    low, high = dt.date(year, 6 * number - 5, 1), month_end(year, 6 * number)
    return _period(f"{year:04d}-H{number}", low, high, "half")


def season_period(year: int, number: int) -> Period:
    """A season as ISO 8601-2 numbers it, 21 spring to 24 winter."""
    edtf = f"{year:04d}-{20 + number}"
    interval = read_edtf(edtf)
    assert interval.earliest is not None and interval.latest is not None, edtf
    return Period(
        f"{year:04d}-{SEASON_LETTERS[number - 1]}", interval.earliest, interval.latest, edtf, "season"
    )


def year_period(year: int) -> Period:
    """A Gregorian year."""
    return _period(f"{year:04d}", dt.date(year, 1, 1), dt.date(year, 12, 31), "year")


def decade_period(number: int) -> Period:
    """A decade by its first three digits."""
    return Period(
        f"{number:03d}",
        dt.date(number * 10, 1, 1),
        dt.date(number * 10 + 9, 12, 31),
        f"{number:03d}X",
        "decade",
    )


def century_period(number: int) -> Period:
    """A century by its ordinal number (21 for the years 2000 to 2099)."""
    first = (number - 1) * 100
    return Period(
        f"{number - 1:02d}",
        dt.date(max(first, 1), 1, 1),
        dt.date(first + 99, 12, 31),
        f"{number - 1:02d}XX",
        "century",
    )


def solar_period(low: dt.date, high: dt.date, grain: str) -> Period:
    """A Solar Hijri unit: its value is the interval of Gregorian days."""
    return Period(f"{low}/{high}", low, high, f"{low}/{high}", grain)


def solar_month(year: int, month: int) -> Period:
    """A Solar Hijri month; `month` may run over the year's ends."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return solar_period(*solar.month_bounds(year, month), "month")


def solar_months(year: int, first: int, last: int, grain: str) -> Period:
    """Months `first` to `last` of a Solar Hijri year."""
    return solar_period(*solar.months_bounds(year, first, last), grain)


def solar_decade(number: int) -> Period:
    """A Solar Hijri decade by its first three digits."""
    low = solar.month_bounds(number * 10, 1)[0]
    return solar_period(low, solar.month_bounds(number * 10 + 9, 12)[1], "decade")


def shift_unit(day: dt.date, unit: str, count: int, *, solar_units: bool = False) -> Period:
    """The unit that lies `count` units from the one that holds `day`.

    Raises:
        ValueError: the result lies outside the calendar.
    """
    if unit == "day":
        return day_period(day + count * DAY)
    if unit == "week":
        return week_period(day + 7 * count * DAY)
    if unit == "weekend":
        return weekend_period(day + 7 * count * DAY)
    if solar_units and unit in ("month", "year"):
        year, month, _ = solar.from_gregorian(day)
        return (
            solar_month(year, month + count) if unit == "month" else solar_months(year + count, 1, 12, "year")
        )
    if unit == "month":
        return month_period(day.year, day.month + count)
    if unit == "quarter":
        return quarter_period(day.year, (day.month - 1) // 3 + 1 + count)
    if unit == "semester":
        index = day.year * 2 + (day.month > 6) + count
        return half_period(index // 2, index % 2 + 1)
    if unit == "year":
        return year_period(day.year + count)
    if unit == "decade":
        return decade_period(day.year // 10 + count)
    if unit == "century":
        return century_period(day.year // 100 + 1 + count)
    raise ValueError(
        f"unit {unit!r} cannot be counted; allowed: day, week, weekend, month, quarter, semester, year, decade, century"
    )


def narrow_part(period: Period, part: str, *, solar_units: bool = False) -> tuple[dt.date, dt.date]:
    """Days of the early, middle or late part, or of the half, of a month, year or decade; else the whole unit."""
    low, high = period.low, period.high
    if period.grain == "month":
        return {
            "start": (low, low + 9 * DAY), "mid": (low + 10 * DAY, low + 19 * DAY), "end": (low + 20 * DAY, high),
            "half1": (low, low + 14 * DAY), "half2": (low + 15 * DAY, high),
        }[part]  # fmt: skip
    if period.grain == "year":
        first, last = {"start": (1, 4), "mid": (5, 8), "end": (9, 12), "half1": (1, 6), "half2": (7, 12)}[
            part
        ]
        if solar_units:
            return solar.months_bounds(solar.from_gregorian(low)[0], first, last)
        return dt.date(low.year, first, 1), month_end(low.year, last)
    if period.grain == "decade" and solar_units:
        first, last = {"start": (0, 3), "mid": (4, 6), "end": (7, 9), "half1": (0, 4), "half2": (5, 9)}[part]
        year = solar.from_gregorian(low)[0]
        return solar.month_bounds(year + first, 1)[0], solar.month_bounds(year + last, 12)[1]
    if period.grain == "decade":
        first, last = {"start": (0, 3), "mid": (4, 6), "end": (7, 9), "half1": (0, 4), "half2": (5, 9)}[part]
        return dt.date(low.year + first, 1, 1), dt.date(low.year + last, 12, 31)
    if period.grain == "century" and part.startswith("half"):
        middle = high.year - 50
        return (low, dt.date(middle, 12, 31)) if part == "half1" else (dt.date(middle + 1, 1, 1), high)
    return low, high
