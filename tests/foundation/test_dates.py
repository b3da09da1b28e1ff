"""Intervals of days and EDTF: the laws they keep and the boundaries of every precision."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.foundation.dates import DateInterval, read_day, read_edtf, write_edtf

DAYS = st.dates(dt.date(1995, 1, 1), dt.date(2030, 12, 31))


@st.composite
def intervals(draw):
    low, high = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if low and high and low > high:
        low, high = high, low
    return DateInterval(low, high, draw(st.none() | st.integers(1, 7)))


@given(intervals(), intervals())
def test_intersection_commutes(a, b):
    assert a.intersect(b) == b.intersect(a)


@given(intervals(), intervals(), intervals())
def test_intersection_is_associative(a, b, c):
    def chain(x, y, z):
        xy = x.intersect(y)
        return None if xy is None else xy.intersect(z)

    left, right = chain(a, b, c), chain(c, b, a)
    assert left == right


@given(intervals(), intervals(), DAYS)
def test_intersection_holds_exactly_the_common_days(a, b, day):
    both = a.intersect(b)
    assert (a.contains(day) and b.contains(day)) == (both is not None and both.contains(day))


@given(DAYS, DAYS)
def test_edtf_round_trip(a, b):
    low, high = min(a, b), max(a, b)
    read = read_edtf(write_edtf(low, high))
    assert (read.earliest, read.latest) == (low, high)


@pytest.mark.parametrize(
    ("edtf", "low", "high"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2023-07-31", "2023-07-31", "2023-07-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2022-21", "2022-03-01", "2022-05-31"),
        ("2022-24", "2022-12-01", "2023-02-28"),
        ("2024-33", "2024-01-01", "2024-03-31"),
        ("2024-40", "2024-01-01", "2024-06-30"),
        ("2021-08-25/2023-09-25", "2021-08-25", "2023-09-25"),
        ("2023~", "2023-01-01", "2023-12-31"),
    ],
)
def test_bounds_of_every_precision(edtf, low, high):
    assert read_edtf(edtf) == DateInterval(dt.date.fromisoformat(low), dt.date.fromisoformat(high))


def test_open_ends():
    assert read_edtf("../2022") == DateInterval(None, dt.date(2022, 12, 31))
    assert read_edtf("2022/..") == DateInterval(dt.date(2022, 1, 1), None)
    assert write_edtf(None, None) is None


@pytest.mark.parametrize("bad", ["", "2023-13", "2023-02-30", "31.07.2023", "soon", "2023-07-31T10:00"])
def test_what_is_no_edtf_raises(bad):
    with pytest.raises(ValueError):
        read_edtf(bad)


def test_a_weekday_tightens_to_the_only_such_day():
    week = DateInterval(dt.date(2023, 7, 26), dt.date(2023, 8, 1)).intersect(DateInterval(weekday=1))
    assert week is not None
    assert week.earliest == week.latest == dt.date(2023, 7, 31)


def test_a_weekday_outside_excludes():
    assert DateInterval.day(dt.date(2023, 7, 31)).intersect(DateInterval(weekday=2)) is None


def test_an_interval_cannot_run_backwards():
    with pytest.raises(ValueError, match="cannot end"):
        DateInterval(dt.date(2023, 2, 1), dt.date(2023, 1, 1))


def test_read_day_names_the_parameter():
    with pytest.raises(ValueError, match=r"start='31\.07\.2023'"):
        read_day("31.07.2023", name="start")
