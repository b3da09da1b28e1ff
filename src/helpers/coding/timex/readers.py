"""Resolve what belongs to a year or a month on one day as DCT: weekends, seasons, quarters, halves, feasts, days of a month, decades.

Each reader takes the meaning, the DCT (None when open), whether the clause looks forward, and whether the language counts in Solar Hijri
years; it gives the period meant, or None when that cannot be told.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from helpers.coding.timex import calendars, solar
from helpers.coding.timex.calendars import DAY, Period
from helpers.coding.timex.feasts import feast_day
from helpers.coding.timex.meaning import Meaning

Reader = Callable[[Meaning, "dt.date | None", bool, bool], "Period | None"]


def read_weekend(m: Meaning, dct: dt.date | None, forward: bool, solar_default: bool) -> Period | None:
    """The weekend without a direction: the latest that has begun, or the one ahead."""
    if dct is None:
        return None
    weekend = calendars.weekend_period(dct)
    return weekend if forward or weekend.low <= dct else calendars.weekend_period(dct - 7 * DAY)


def read_season(m: Meaning, dct: dt.date | None, forward: bool, solar_default: bool) -> Period | None:
    """A season: of its year, or the nearest."""
    number = m.number or 1
    is_solar = solar_default and (m.calendar == "s" or m.year is None)

    def build(year: int) -> Period:
        if is_solar:
            return calendars.solar_months(year, 3 * number - 2, 3 * number, "season")
        return calendars.season_period(year, number)

    return _of_year(m, dct, forward, build, is_solar)


def read_feast(m: Meaning, dct: dt.date | None, forward: bool, solar_default: bool) -> Period | None:
    """A movable feast: of its year, or the nearest by direction or tense."""
    return _of_year(m, dct, forward, lambda year: calendars.day_period(feast_day(m.unit, year)), False)


def read_monthday(m: Meaning, dct: dt.date | None, forward: bool, solar_default: bool) -> Period | None:
    """A day of the month without its month: the latest up to the DCT, or the first after it."""
    if dct is None or m.day is None:
        return None
    around = [calendars.month_period(dct.year, dct.month + shift) for shift in (-2, -1, 0, 1, 2)]
    days = [x.low + (m.day - 1) * DAY for x in around if m.day <= (x.high - x.low).days + 1]
    if m.count == 1 or (forward and m.count is None):
        day = next((x for x in days if x >= dct), None)
    else:
        day = next((x for x in reversed(days) if x <= dct), None)
    return calendars.day_period(day) if day is not None else None


def read_quarter(m: Meaning, dct: dt.date | None, forward: bool, solar_default: bool) -> Period | None:
    """A quarter: of its year, or the nearest."""
    number = m.number or 1

    def build(year: int) -> Period:
        if m.calendar == "s":
            return calendars.solar_months(year, 3 * number - 2, 3 * number, "quarter")
        return calendars.quarter_period(year, number)

    if m.compared and forward and dct is not None and m.calendar == "g":
        over = calendars.shift_unit(dct, "quarter", -1)
        if over == build(over.low.year):
            return over  # "expects to report third-quarter earnings" in October: the one that is just over
    return _of_year(m, dct, forward, build, m.calendar == "s")


def read_half(m: Meaning, dct: dt.date | None, forward: bool, solar_default: bool) -> Period | None:
    """A half of a year: of its year, or the nearest."""
    number = m.number or 1
    is_solar = m.calendar == "s" or (solar_default and m.year is None)

    def build(year: int) -> Period:
        if is_solar:
            return calendars.solar_months(year, 6 * number - 5, 6 * number, "half")
        return calendars.half_period(year, number)

    return _of_year(m, dct, forward, build, is_solar)


def _of_year(
    m: Meaning, dct: dt.date | None, forward: bool, build: Callable[[int], Period], is_solar: bool
) -> Period | None:
    """A season, quarter or half: of its year, or the nearest by direction or tense."""
    if m.year is not None:
        return build(m.year)
    if dct is None:
        return None
    base = solar.from_gregorian(dct)[0] if is_solar else dct.year
    if m.year_offset is not None:
        return build(base + m.year_offset)
    candidates = [build(year) for year in range(base - 2, base + 3)]
    if m.count == -1:
        return next(c for c in reversed(candidates) if c.high < dct)
    if m.count == 1:
        return next(c for c in candidates if c.low > dct)
    if m.count == 0:
        return next((c for c in candidates if c.low <= dct <= c.high), build(base))
    if forward:
        return next(c for c in candidates if c.high >= dct)
    return next(c for c in reversed(candidates) if c.low <= dct)


def read_decade(m: Meaning, dct: dt.date | None, forward: bool, solar_default: bool) -> Period:
    """A decade by its number."""
    return (
        calendars.solar_decade(m.number or 0) if m.calendar == "s" else calendars.decade_period(m.number or 0)
    )


def read_century(m: Meaning, dct: dt.date | None, forward: bool, solar_default: bool) -> Period:
    """A century by its number."""
    return calendars.century_period(m.number or 1)


READERS: dict[str, Reader] = {
    "weekend": read_weekend, "season": read_season, "quarter": read_quarter, "half": read_half, "feast": read_feast,
    "monthday": read_monthday, "decade": read_decade, "century": read_century,
}  # fmt: skip
