"""Days beside each other: how far apart they are, and what they span."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.coding.claims.sentences import Sentence
from helpers.foundation.dates import DAY, DateInterval

OLDER_THAN_NEWS = 10  # days; an event so much older than the dated news is background
_LONGEST_NEWS = 100  # days
_LONG = {"two_days": 2, "three_days": 3, "more_days": 7}
_STAY = re.compile(r"P([1-9])([DW])")


def is_wide(interval: DateInterval) -> bool:
    """Too long for news: a year, a season."""
    low, high = interval.earliest, interval.latest
    return low is not None and high is not None and (high - low).days > _LONGEST_NEWS


def are_close(a: DateInterval, b: DateInterval) -> bool:
    """No more days apart than what is told of one visit."""
    return _days_between(a, b) is not None and abs(_days_between(a, b) or 0) <= OLDER_THAN_NEWS


def _days_between(a: DateInterval, b: DateInterval) -> int | None:
    return None if a.earliest is None or b.earliest is None else (a.earliest - b.earliest).days


def days_of_stay(sentence: Sentence) -> int:
    """Three-day, of a week: how many days something takes that a sentence tells of; 0 where it does not say so."""
    lasts = max((days for key, days in _LONG.items() if sentence.of(key)), default=0)
    for timex in sentence.timexes:
        stay = _STAY.fullmatch(timex.value or "") if timex.type == "DURATION" else None
        if stay is not None:
            lasts = max(lasts, int(stay[1]) * (7 if stay[2] == "W" else 1))
    return lasts


def days_of_visit(day: DateInterval, lasts: int, *, noun: bool) -> tuple[DateInterval, ...]:
    """The other end of a visit that somebody came for on a day; both ends where a noun tells it, which may have ended then."""
    if day.earliest is None or not day.is_day:
        return ()
    last = day.earliest + (lasts - 1) * DAY
    first = day.earliest - (lasts - 1) * DAY
    return (DateInterval(last, last), *((DateInterval(first, first),) if noun else ()))


def stated_before(concluded: DateInterval, stated: DateInterval) -> DateInterval | None:
    """Met the general. The talk took place on 5 October: the day, a few days before what an undated lead is taken to tell of."""
    low, day = concluded.earliest, stated.earliest
    if low is None or day is None or not stated.is_day:
        return None
    return stated if 0 < (low - day).days <= OLDER_THAN_NEWS else None


def span(days: Sequence[DateInterval]) -> DateInterval:
    """From the first to the last; one alone keeps its weekday."""
    if len(set(days)) == 1:
        return days[0]
    lows, highs = [d.earliest for d in days], [d.latest for d in days]
    return DateInterval(
        None if None in lows else min(d for d in lows if d),
        None if None in highs else max(d for d in highs if d),
    )
