"""Laws of intervals: intersection, months, hulls and the sides of a contradiction."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from helpers.chronology.intervals import (
    UNKNOWN,
    gap_in_days,
    group_compatible,
    hull,
    intersect_all,
    tighten_to_month,
    width_in_days,
)
from helpers.foundation.dates import DAY, DateInterval

DAYS = st.dates(dt.date(2019, 1, 1), dt.date(2026, 12, 31))


@st.composite
def intervals(draw: st.DrawFn) -> DateInterval:
    low, high = sorted((draw(DAYS), draw(DAYS)))
    weekday = draw(st.none() | st.integers(1, 7))
    return DateInterval(draw(st.sampled_from([None, low])), draw(st.sampled_from([None, high])), weekday)


@given(st.lists(intervals(), max_size=5), st.randoms())
def test_intersection_does_not_depend_on_order(listed: list[DateInterval], random: object) -> None:
    shuffled = list(listed)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert intersect_all(listed) == intersect_all(shuffled)


@given(intervals(), intervals(), DAYS)
def test_a_day_is_in_the_intersection_when_it_is_in_both(
    a: DateInterval, b: DateInterval, day: dt.date
) -> None:
    both = a.intersect(b)
    assert (both is not None and both.contains(day)) == (a.contains(day) and b.contains(day))


@given(intervals(), st.integers(1, 12), DAYS)
def test_month_keeps_every_day_of_that_month(interval: DateInterval, month: int, day: dt.date) -> None:
    tight = tighten_to_month(interval, month)
    if interval.contains(day) and day.month == month:
        assert tight is not None and tight.contains(day)
    if tight is not None:
        for end in (tight.earliest, tight.latest):
            # a weekday may move a bound past the month's last such day; it never leaves the interval
            assert end is None or interval.contains(end) or interval.weekday is not None
        assert tighten_to_month(tight, month) == tight or interval.weekday is not None


def test_month_of_one_year_is_that_month() -> None:
    year = DateInterval(dt.date(2023, 1, 1), dt.date(2023, 12, 31))
    assert tighten_to_month(year, 3) == DateInterval(dt.date(2023, 3, 1), dt.date(2023, 3, 31))
    assert tighten_to_month(DateInterval(None, dt.date(2023, 2, 5)), 3) == DateInterval(
        None, dt.date(2022, 3, 31)
    )
    assert tighten_to_month(DateInterval(dt.date(2023, 4, 1), dt.date(2024, 2, 1)), 3) is None


@given(st.lists(intervals(), min_size=1, max_size=5), DAYS)
def test_hull_holds_every_day_of_every_interval(listed: list[DateInterval], day: dt.date) -> None:
    if any(i.contains(day) for i in listed):
        assert hull(listed).contains(day)


@given(intervals(), intervals())
def test_gap_is_symmetric_and_zero_when_they_meet(a: DateInterval, b: DateInterval) -> None:
    assert gap_in_days(a, b) == gap_in_days(b, a)
    if a.intersect(b) is not None:
        assert gap_in_days(a, b) == 0


POSSIBLE = intervals().filter(lambda i: i.intersect(UNKNOWN) is not None)


@given(st.lists(POSSIBLE, max_size=6))
def test_groups_share_a_day_and_lose_nobody(listed: list[DateInterval]) -> None:
    groups = group_compatible(listed)
    assert {i for g in groups for i in g} == set(range(len(listed)))
    for group in groups:
        assert intersect_all(listed[i] for i in group) is not None
    if intersect_all(listed) is not None:
        assert len(groups) <= 1


def test_width_and_unknown() -> None:
    day = dt.date(2023, 7, 31)
    assert width_in_days(DateInterval.day(day)) == 1
    assert width_in_days(DateInterval(day, day + DAY)) == 2
    assert width_in_days(UNKNOWN) is None and hull([]) == UNKNOWN
