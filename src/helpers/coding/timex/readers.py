"""Resolve what belongs to a year or a month on one day as DCT: days and months without a year, weekends, seasons, quarters, feasts, decades.

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
from helpers.coding.timex.values import ImpossibleError, calendar_date

NEAR_AHEAD, FAR_BACK, JUST_AHEAD, MONTHS_AHEAD = 50, 280, 21, 120  # days
FAR_AHEAD, JUST_OVER, JUST_MISSED = 320, 45, 7
Reader = Callable[[Meaning, "dt.date | None", bool, bool], "Period | None"]


def nearest_date(m: Meaning, dct: dt.date, forward: bool, marked: bool) -> Period | None:
    """A month, or a day of a month, without a year: the latest up to the DCT, or the first after it."""
    base = solar.from_gregorian(dct)[0] if m.calendar == "s" else dct.year
    candidates = []
    for year in (
        range(base - 8, base + 9) if (m.month, m.day) in ((2, 29), (12, 30)) else range(base - 2, base + 3)
    ):
        try:
            candidates.append(calendar_date(m, year))
        except ImpossibleError:
            continue
    if m.count is not None and m.count < 0:
        passed = [c for c in candidates if c.high < dct]
        return passed[m.count] if len(passed) >= -m.count else None
    if m.count is not None and m.count > 0:
        to_come = [c for c in candidates if c.low > dct]
        return to_come[m.count - 1] if len(to_come) >= m.count else None
    if m.count == 0:
        return next((c for c in candidates if (c.low.year if m.calendar == "g" else 0) == dct.year), None)
    after = next((c for c in candidates if (c.low >= dct if c.grain == "day" else c.high >= dct)), None)
    before = next((c for c in reversed(candidates) if c.low <= dct), None)
    if not marked and after is not None and before is not None:
        # no verb tells: a date just ahead is more likely than one that is nearly a year old
        return (
            after if (after.low - dct).days <= NEAR_AHEAD and (dct - before.high).days > FAR_BACK else before
        )
    until = m.bound == "to" and after is not None and (after.low - dct).days <= MONTHS_AHEAD
    if not forward and until and m.day is None:
        return after  # "extended the loans through January", said in November
    if not forward and m.day is not None and after is not None and (after.low - dct).days <= JUST_AHEAD:
        return after  # "was put off to 16 November": nobody writes a day of a year ago without its year
    if forward and m.day is not None and after is not None and before is not None:
        over = JUST_OVER if m.bound != "to" else JUST_MISSED
        just_over = (after.low - dct).days > FAR_AHEAD and (dct - before.high).days <= over
        return before if just_over else after  # a day eleven months ahead would have its year
    return after if forward else before


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

    def build(year: int) -> Period:
        return calendars.day_period(feast_day(m.unit, year))

    counted = m.rule.startswith("nth") and m.year is None and m.year_offset is None and m.count is None
    if counted and dct is not None and not forward:
        after = _of_year(m, dct, True, build, m.calendar == "s")
        if after is not None and (after.low - dct).days <= JUST_AHEAD:
            return after  # nobody means the last Friday of the month a year ago
    return _of_year(m, dct, forward, build, m.calendar == "s")


def read_monthday(m: Meaning, dct: dt.date | None, forward: bool, solar_default: bool) -> Period | None:
    """A day of the month without its month: the latest up to the DCT, or the first after it."""
    if dct is None or m.day is None:
        return None
    around = [calendars.month_period(dct.year, dct.month + shift) for shift in (-2, -1, 0, 1, 2)]
    days = [x.low + (m.day - 1) * DAY for x in around if m.day <= (x.high - x.low).days + 1]
    days = [x for x in days if m.weekday in (None, x.isoweekday())]
    if m.count == 1 or (forward and m.count is None):
        day = next((x for x in days if x >= dct), None)
    else:
        day = next((x for x in reversed(days) if x <= dct), None)
    return calendars.day_period(day) if day is not None else None


def read_quarter(m: Meaning, dct: dt.date | None, forward: bool, solar_default: bool) -> Period | None:
    """A quarter: of its year, or the nearest."""
    number = m.number or 1
    is_solar = m.calendar == "s" or (solar_default and m.year is None)

    def build(year: int) -> Period:
        if is_solar:
            return calendars.solar_months(year, 3 * number - 2, 3 * number, "quarter")
        return calendars.quarter_period(year, number)

    if m.compared and forward and dct is not None and m.calendar == "g":
        over = calendars.shift_unit(dct, "quarter", -1)
        if over == build(over.low.year):
            return over  # "expects to report third-quarter earnings" in October: the one that is just over
    return _of_year(m, dct, forward, build, is_solar)


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
    if m.count is not None and m.count < 0:
        return [c for c in candidates if c.high < dct][m.count]
    if m.count is not None and m.count > 0:
        return [c for c in candidates if c.low > dct][m.count - 1]
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
