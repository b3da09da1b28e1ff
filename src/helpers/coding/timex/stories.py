"""What relative expressions mean in a story about the past: they count from where it has got to, not from the day it was written."""

from __future__ import annotations

import datetime as dt
from collections import deque

from helpers.coding.timex.calendars import Period, season_period
from helpers.coding.timex.meaning import Meaning
from helpers.coding.timex.values import calendar_date

_DAYS_KEPT = 6
TURN_OF_YEAR = 240  # days that a story does not go back without naming a year


class RecentDays:
    """The days a text has named of late, for expressions that point back at one: that Thursday."""

    def __init__(self) -> None:
        self._days: deque[Period] = deque(maxlen=_DAYS_KEPT)

    def note(self, period: Period) -> None:
        """Keep the period of an expression where it is a day."""
        if period.grain == "day" and period.low == period.high:
            self._days.append(period)

    def on_weekday(self, m: Meaning, dct: dt.date | None, forward: bool) -> Period | None:
        """The last day named that is of the weekday; None where there is none: what the text points at is not known.

        Args:
            m: the expression, with its weekday.
            dct: counted from it nothing is.
            forward: the same in either direction.
        """
        del forward
        if dct is not None:
            return None
        return next((d for d in reversed(self._days) if d.low.isoweekday() == m.weekday), None)


def tell_on(m: Meaning, previous: Period | None, context_year: int | None) -> Meaning:
    """The meaning of an expression in a story: next year, in two days, the end of the month.

    Args:
        m: what the expression says.
        previous: the period of the expression before, None where nothing can be counted from it.
        context_year: the year last named with a month or a day.

    Returns:
        The meaning counted from the expression before or the year of the story; the same where it does not look on.
    """
    if m.anchor != "dct" or m.begun or m.calendar != "g":
        return m
    if m.kind == "relative" and ((m.count or 0) > 0 or (m.count == 0 and m.unit in ("week", "month"))):
        return m.but(anchor="previous")
    if m.kind == "date" and m.year_offset == 1 and context_year is not None:
        return m.but(year_offset=None, year=context_year + 1)
    if m.kind == "season" and m.count == 1 and previous is not None:
        ahead = season_period(previous.high.year, m.number or 1).low > previous.high
        return m.but(count=None, year=previous.high.year + (not ahead))
    return m


def date_of_story(m: Meaning, year: int, previous: Period | None) -> tuple[Period, int]:
    """A date without its year in a story: of the year it has got to, or of the next where that lies far back.

    In December the siege began, in January it was lifted.

    Returns:
        The day or month, and the year the story has got to with it.

    Raises:
        ImpossibleError: the year has no such day.
    """
    found = calendar_date(m, year)
    if previous is None or previous.low.year != year or (previous.low - found.low).days <= TURN_OF_YEAR:
        return found, year
    return calendar_date(m, year + 1), year + 1


def is_day_of_news(m: Meaning) -> bool:
    """True for a weekday or a day counted from today, which news speak of and essays do not."""
    if m.kind == "weekday":
        return True
    return (
        m.kind == "relative"
        and m.unit == "day"
        and m.anchor == "dct"
        and (m.count != 0 or m.value is not None)
    )
