"""What relative expressions mean in a story about the past: they count from where it has got to, not from the day it was written."""

from __future__ import annotations

from helpers.coding.timex.calendars import Period, season_period
from helpers.coding.timex.meaning import Meaning


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
