"""From a meaning to its days and its strings: calendar dates, narrowed bounds, EDTF, values of what stays open."""

from __future__ import annotations

import datetime as dt

from helpers.coding.timex import calendars, solar
from helpers.coding.timex.calendars import SEASON_LETTERS, Period
from helpers.coding.timex.meaning import Meaning
from helpers.foundation.dates import write_edtf
from helpers.foundation.records import Timex

_MODS = {"start": "START", "mid": "MID", "end": "END", "half1": "START", "half2": "END"}


_BOUND_MODS = {"from": "ON_OR_AFTER", "to": "ON_OR_BEFORE", "after": "AFTER"}


_UNRESOLVED = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "semester": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip


class ImpossibleError(ValueError):
    """The expression names a day that does not exist."""


def check_day(m: Meaning) -> None:
    """Refuse a day that no year has (31 February, month 13)."""
    if m.month is not None and not 1 <= m.month <= 12:
        raise ImpossibleError(f"there is no month {m.month}")
    if m.day is None or m.month is None:
        return
    most = (
        (31 if m.month <= 6 else 30)
        if m.calendar == "s"
        else (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[m.month - 1]
    )
    if not 1 <= m.day <= most:
        raise ImpossibleError(f"month {m.month} has no day {m.day}")


def write_open_months(low: dt.date | None, high: dt.date | None) -> str | None:
    """An interval open on one side whose end is a month's: `2016-01/..`, `../2016-04`."""
    if low is not None:
        return f"{low.isoformat()[:7]}/.."
    return f"../{high.isoformat()[:7]}" if high is not None else None


def mod_of(m: Meaning) -> str | None:
    """TIMEX3 mod of a meaning: its part, its bound, or approximate."""
    if m.part:
        return _MODS[m.part]
    if m.bound:
        return _BOUND_MODS[m.bound]
    return "APPROX" if m.approximate else None


def unresolved_value(m: Meaning) -> str:
    """The value of an expression whose DCT is not known."""
    time = m.value or ""
    if m.kind == "range" and m.end is not None:
        kind, _, unit = m.unit.partition("|") if m.unit else ("date", "", "")
        return (
            f"{unresolved_value(m.but(kind=kind or 'date', unit=unit, end=None))}/{unresolved_value(m.end)}"
        )
    if m.kind == "weekend":
        return "XXXX-WXX-WE"
    if m.kind in ("weekday", "that weekday"):
        return f"XXXX-WXX-{m.weekday}{time}"
    if m.kind == "relative":
        return _UNRESOLVED[m.unit] + time
    if m.kind == "date":
        if m.calendar == "s":
            return ("XXXX-XX-XX" if m.day is not None else "XXXX-XX") + time
        day = f"-{m.day:02d}" if m.day is not None else ""
        return f"XXXX-{m.month:02d}{day}{time}" if m.month is not None else "XXXX"
    if m.kind == "monthday":
        return f"XXXX-XX-{m.day:02d}{time}"
    if m.kind == "reported":
        return "XXXX-QX"
    if m.kind == "feast":
        return f"XXXX-XX-XX{time}"
    if m.kind == "season":
        return f"XXXX-{SEASON_LETTERS[(m.number or 1) - 1]}"
    return {"quarter": f"XXXX-Q{m.number}", "half": f"XXXX-H{m.number}"}.get(m.kind, "XXXX")


def empty_record(
    start: int, end: int, surface: str, kind: str, value: str | None, m: Meaning, *, reason: str = "",
    resolution: str, weekday: int | None = None, mod: str | None = None, anchor: str = "",
) -> Timex:  # fmt: skip
    """The record of an expression without days."""
    return Timex(
        start, end, surface, kind, value, mod, None, None, None, weekday, anchor, resolution, m.rule, reason
    )


def calendar_date(m: Meaning, year: int) -> Period:
    """The day, month or year of a meaning in the year given.

    Raises:
        ImpossibleError: there is no such day or month.
    """
    if m.calendar == "s":
        if m.month is None:
            return calendars.solar_months(year, 1, 12, "year")
        if m.day is None:
            return calendars.solar_month(year, m.month)
        try:
            return calendars.day_period(solar.to_gregorian(year, m.month, m.day))
        except ValueError:
            raise ImpossibleError(f"month {m.month} of Solar Hijri {year} has no day {m.day}") from None
    if m.month is None:
        return calendars.year_period(year)
    if not 1 <= m.month <= 12:
        raise ImpossibleError(f"there is no month {m.month}")
    if m.day is None:
        return calendars.month_period(year, m.month)
    try:
        return calendars.day_period(dt.date(year, m.month, m.day))
    except ValueError:
        raise ImpossibleError(f"month {m.month} of {year} has no day {m.day}") from None


def narrowed(m: Meaning, period: Period, solar_units: bool) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of a period after its part and its bound; None where it is open."""
    low: dt.date | None = period.low
    high: dt.date | None = period.high
    if m.part:
        low, high = calendars.narrow_part(period, m.part, solar_units=solar_units)
    if m.bound in ("from", "after"):
        high = None
    if m.bound == "to":
        low = None
    return low, high


def edtf_of(
    m: Meaning, period: Period, low: dt.date | None, high: dt.date | None, solar_units: bool
) -> str | None:
    """The EDTF string of a resolved expression: by its unit where whole, by its days where narrowed."""
    if m.part:
        if period.grain == "year" and m.bound and not solar_units:
            return write_open_months(low, high)
        return write_edtf(low, high) if (low, high) != (period.low, period.high) else period.edtf
    if m.bound in ("from", "after"):
        return f"{period.edtf.partition('/')[0]}/.."
    if m.bound == "to":
        return f"../{period.edtf.rpartition('/')[2]}"
    return period.edtf
