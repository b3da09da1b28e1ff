"""Dates as evidence gives them: closed intervals of days with an optional weekday, read from and written as EDTF."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

DAY = dt.timedelta(days=1)

# ISO 8601-2 level 2: 21-24 seasons (of the northern hemisphere, meteorological), 33-36 quarters, 40-41 halves.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_UNIT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_DECADE = re.compile(r"(\d{2,3})(X{1,2})")


@dataclass(frozen=True, slots=True)
class DateInterval:
    """A date as far as it is known: every day from `earliest` to `latest`, both included; None is open.

    Attributes:
        earliest: first possible day, or None when nothing bounds it from below.
        latest: last possible day, or None when nothing bounds it from above.
        weekday: ISO weekday (1 Monday .. 7 Sunday) the day is known to be, or None.

    An interval with neither bound nor weekday is *unknown*. Days are calendar days of the place written about;
    no time zone is implied.
    """

    earliest: dt.date | None = None
    latest: dt.date | None = None
    weekday: int | None = None

    def __post_init__(self) -> None:
        if self.earliest is not None and self.latest is not None and self.earliest > self.latest:
            raise ValueError(f"an interval cannot end ({self.latest}) before it begins ({self.earliest})")
        if self.weekday is not None and not 1 <= self.weekday <= 7:
            raise ValueError(f"weekday {self.weekday!r} is not an ISO weekday, 1 (Monday) to 7 (Sunday)")

    @classmethod
    def day(cls, day: dt.date) -> DateInterval:
        """The interval of one known day."""
        return cls(day, day)

    @property
    def is_unknown(self) -> bool:
        """True when nothing at all is known."""
        return self.earliest is None and self.latest is None and self.weekday is None

    @property
    def is_day(self) -> bool:
        """True when the interval is a single day."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def edtf(self) -> str | None:
        """The bounds as an EDTF string (ISO 8601-2 level 1), None when both are open. The weekday is not in it."""
        return write_edtf(self.earliest, self.latest)

    def contains(self, day: dt.date) -> bool:
        """True when `day` is possible: inside the bounds and on the weekday, if one is known."""
        if self.earliest is not None and day < self.earliest:
            return False
        if self.latest is not None and day > self.latest:
            return False
        return self.weekday is None or day.isoweekday() == self.weekday

    def intersect(self, other: DateInterval) -> DateInterval | None:
        """What both intervals allow, or None when they exclude each other (a contradiction, not an error).

        Commutative and associative. A weekday tightens closed bounds to the first and last such day; when one
        day is left, it is the day.
        """
        weekday = self.weekday
        if weekday is None:
            weekday = other.weekday
        elif other.weekday is not None and other.weekday != weekday:
            return None
        low, high = self.earliest, self.latest
        if other.earliest is not None and (low is None or other.earliest > low):
            low = other.earliest
        if other.latest is not None and (high is None or other.latest < high):
            high = other.latest
        if low is not None and high is not None and low > high:
            return None
        if weekday is not None:
            if low is not None:
                low += ((weekday - low.isoweekday()) % 7) * DAY
            if high is not None:
                high -= ((high.isoweekday() - weekday) % 7) * DAY
            if low is not None and high is not None and low > high:
                return None
        for same in (self, other):  # most intersections are one of the two: nothing is made anew
            if same.earliest == low and same.latest == high and same.weekday == weekday:
                return same
        return DateInterval(low, high, weekday)


def month_end(year: int, month: int) -> dt.date:
    """The last day of a Gregorian month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def write_edtf(earliest: dt.date | None, latest: dt.date | None) -> str | None:
    """Write bounds as the shortest EDTF string that means them; None when both are open.

    A whole year or month is written as `2023` or `2023-03`, anything else as a day or an interval of days,
    an open end as `..`.
    """
    if earliest is None and latest is None:
        return None
    if earliest is None:
        return f"../{latest}"
    if latest is None:
        return f"{earliest}/.."
    if earliest == latest:
        return earliest.isoformat()
    if earliest.day == 1 and latest == month_end(latest.year, latest.month):
        if earliest.year == latest.year and (earliest.month, latest.month) == (1, 12):
            return f"{earliest.year:04d}"
        if (earliest.year, earliest.month) == (latest.year, latest.month):
            return f"{earliest.year:04d}-{earliest.month:02d}"
        if (earliest.month, latest.month) == (1, 12):
            return f"{earliest.year:04d}/{latest.year:04d}"
        return f"{earliest.year:04d}-{earliest.month:02d}/{latest.year:04d}-{latest.month:02d}"
    return f"{earliest}/{latest}"


def _unit_bounds(unit: str) -> tuple[dt.date, dt.date]:
    if m := _DECADE.fullmatch(unit):
        width = 10 ** len(m[2])
        first = int(m[1]) * width
        return dt.date(max(first, 1), 1, 1), dt.date(first + width - 1, 12, 31)
    m = _UNIT.fullmatch(unit)
    if m is None:
        raise ValueError(
            f"{unit!r} is not an EDTF date this project reads (YYYY, YYYY-MM, YYYY-MM-DD, 199X, YYYY-21..24, -33..36, -40, -41)"
        )
    year, month, day = int(m[1]), int(m[2]) if m[2] else None, int(m[3]) if m[3] else None
    if month is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if day is not None:
        date = dt.date(year, month, day)
        return date, date
    if month in _SEASONS:
        a, b = _SEASONS[month]
        return dt.date(year, a, 1), month_end(year + (b > 12), (b - 1) % 12 + 1)
    if 33 <= month <= 36:
        a = 3 * (month - 33) + 1
        return dt.date(year, a, 1), month_end(year, a + 2)
    if month in (40, 41):
        a = 6 * (month - 40) + 1
        return dt.date(year, a, 1), month_end(year, a + 5)
    return dt.date(year, month, 1), month_end(year, month)


@lru_cache(maxsize=4096)
def read_edtf(text: str) -> DateInterval:
    """Read an EDTF string into its interval of days.

    Args:
        text: a date, `a/b`, `../b` or `a/..`; a trailing `~`, `?` or `%` (approximate, uncertain) is read past.

    Raises:
        ValueError: the string is not one of these, or the date does not exist.
    """
    if "/" not in text:
        return DateInterval(*_unit_bounds(text.rstrip("~?%")))
    a, _, b = text.partition("/")
    low = None if a in ("", "..") else _unit_bounds(a.rstrip("~?%"))[0]
    high = None if b in ("", "..") else _unit_bounds(b.rstrip("~?%"))[1]
    return DateInterval(low, high)


def read_day(text: str, *, name: str) -> dt.date:
    """Read an ISO day given by a person, for a parameter called `name`.

    Raises:
        ValueError: not an existing day written YYYY-MM-DD.
    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError as err:
        raise ValueError(f"{name}={text!r} is not a day; write YYYY-MM-DD, for example 2025-08-20") from err
