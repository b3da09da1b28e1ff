"""Words computed from tables claim no more than the tables do."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.figures import titles


@pytest.mark.parametrize(
    ("earliest", "latest", "weekday", "said"),
    [
        ("2023-07-31", "2023-07-31", 1, "31 July 2023"),
        ("2023-03-01", "2023-03-31", None, "March 2023"),
        ("2024-02-01", "2024-02-29", None, "February 2024"),
        ("2024-02-01", "2024-02-28", None, "1–28 February 2024"),
        ("2021-01-01", "2021-12-31", None, "2021"),
        ("2021-01-01", "2021-12-31", 1, "a Monday in 2021"),
        ("2020-01-01", "2021-12-31", None, "2020–2021"),
        ("2025-06-24", "2025-07-02", None, "24 June – 2 July 2025"),
        ("2024-12-30", "2025-01-02", None, "30 December 2024 – 2 January 2025"),
        ("2025-01-01", "2025-03-31", None, "January–March 2025"),
        (None, "2025-11-01", None, "on or before 1 November 2025"),
        ("2021-08-25", None, 3, "a Wednesday on or after 25 August 2021"),
        (None, None, 1, "a Monday, date unknown"),
        (None, None, None, "date unknown"),
        (float("nan"), None, float("nan"), "date unknown"),
    ],
)
def test_a_date_is_said_as_wide_as_it_is(earliest, latest, weekday, said):
    assert titles.say_date(earliest, latest, weekday) == said


@given(st.dates(), st.dates())
def test_every_interval_can_be_said(a, b):
    low, high = sorted((a, b))
    said = titles.say_date(low, high)
    assert str(low.year) in said or str(high.year) in said
    assert titles.say_short_date(low, high)


def test_eleven_words_are_no_title():
    ten, eleven = (
        "one two three four five six seven eight nine ten",
        "one two three four five six seven eight nine ten eleven",
    )
    assert titles.check_title(ten) == ten
    assert titles.check_title(eleven, "a shorter one") == "a shorter one"
    assert titles.check_title(eleven) == ten + "…"


def test_a_run_that_changed_in_every_way_has_a_title():
    import pandas as pd

    from helpers.figures import changes

    what = [w for w in changes.WHAT for _ in range(13)]
    prepared = pd.DataFrame({"what": what})
    prepared.attrs = {"first_run": False, "since": "r0"}
    assert len(changes.title(prepared).split()) <= 10


@given(st.text(max_size=300), st.integers(min_value=2, max_value=60))
def test_shortened_text_is_never_longer(text, limit):
    assert len(titles.shorten(text, limit)) <= limit


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=120))
def test_wrapped_text_loses_no_letter(text):
    lines = titles.wrap(text, 1.5, 8)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_counts_are_words_up_to_twelve():
    assert titles.say_count(0, "origin") == "no origins"
    assert titles.say_count(1, "origin") == "one origin"
    assert titles.say_count(12, "entry", "entries") == "twelve entries"
    assert titles.say_count(2000, "claim") == "2,000 claims"


def test_days_come_from_any_cell():
    day = dt.date(2025, 8, 20)
    assert (
        titles.to_day("2025-08-20") == titles.to_day(dt.datetime(2025, 8, 20, 9)) == titles.to_day(day) == day
    )
    assert titles.to_day(float("nan")) is None
