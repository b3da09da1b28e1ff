"""What dates allow together: month constraints, hulls, widths and groups of intervals that exclude each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import lru_cache

from helpers.foundation.dates import DAY, DateInterval, month_end

UNKNOWN = DateInterval()


@lru_cache(maxsize=65536)
def read_iso(text: str | None) -> dt.date | None:
    """An ISO day of a table cell; None stays None.

    Raises:
        ValueError: not an existing day.
    """
    return None if text is None else dt.date.fromisoformat(text)


def width_in_days(interval: DateInterval) -> int | None:
    """Days from the first to the last possible day, both counted; None when an end is open."""
    if interval.earliest is None or interval.latest is None:
        return None
    return (interval.latest - interval.earliest).days + 1


def weekday_of(interval: DateInterval) -> int | None:
    """ISO weekday: the one that is named, or that of a single day."""
    return interval.earliest.isoweekday() if interval.is_day and interval.earliest else interval.weekday


def tighten_to_month(interval: DateInterval, month: int) -> DateInterval | None:
    """Move the bounds inward to the first and last day that falls in `month` (1-12) of any year.

    The counterpart of a weekday for "in March" without a year. None when no day of the interval falls in the month.
    """
    if not 1 <= month <= 12:
        raise ValueError(f"month {month!r} is not 1 to 12")
    low, high = interval.earliest, interval.latest
    if low is not None and low.month != month:
        year = low.year if low.month < month else low.year + 1
        low = dt.date(year, month, 1)
    if high is not None and high.month != month:
        year = high.year if high.month > month else high.year - 1
        high = month_end(year, month)
    if low is not None and high is not None and low > high:
        return None
    return DateInterval(low, high).intersect(DateInterval(None, None, interval.weekday))


def hull(intervals: Iterable[DateInterval]) -> DateInterval:
    """The smallest interval that holds every given one; a weekday stays only when all agree on it."""
    listed = list(intervals)
    if not listed:
        return UNKNOWN
    lows = [i.earliest for i in listed]
    highs = [i.latest for i in listed]
    weekdays = {i.weekday for i in listed}
    return DateInterval(
        None if None in lows else min(d for d in lows if d is not None),
        None if None in highs else max(d for d in highs if d is not None),
        weekdays.pop() if len(weekdays) == 1 else None,
    )


def gap_in_days(a: DateInterval, b: DateInterval) -> int:
    """Days between two intervals; 0 when they touch or overlap or an end is open (weekdays left aside)."""
    if a.latest is not None and b.earliest is not None and a.latest < b.earliest:
        return (b.earliest - a.latest).days
    if b.latest is not None and a.earliest is not None and b.latest < a.earliest:
        return (a.earliest - b.latest).days
    return 0


def intersect_all(intervals: Iterable[DateInterval]) -> DateInterval | None:
    """The intersection of any number of intervals, None when they exclude each other."""
    out: DateInterval | None = UNKNOWN
    for interval in intervals:
        if out is None:
            return None
        out = out.intersect(interval)
    return out


def group_compatible(intervals: Sequence[DateInterval]) -> list[list[int]]:
    """Indices in groups that share at least one day each: the sides of a contradiction about a date.

    Narrowest intervals open the groups, in order of time; a wider one goes to every group it is compatible with,
    because it speaks against none of them. One group means that there is no contradiction.
    """

    def order(i: int) -> tuple[int, dt.date, dt.date, int]:
        width = width_in_days(intervals[i])
        return (
            width if width is not None else 10**9,
            intervals[i].earliest or dt.date.min,
            intervals[i].latest or dt.date.max,
            i,
        )

    groups: list[list[int]] = []
    common: list[DateInterval] = []
    for i in sorted(range(len(intervals)), key=order):
        placed = False
        for g, shared in enumerate(common):
            both = shared.intersect(intervals[i])
            if both is not None:
                groups[g].append(i)
                common[g] = both
                placed = True
        if not placed:
            groups.append([i])
            common.append(intervals[i])
    return groups


def each_day(interval: DateInterval) -> Iterable[dt.date]:
    """Every day of a closed interval, weekdays left aside.

    Raises:
        ValueError: an end is open.
    """
    if interval.earliest is None or interval.latest is None:
        raise ValueError("an interval with an open end has no list of days")
    day = interval.earliest
    while day <= interval.latest:
        yield day
        day += DAY
