"""Cron expressions and clock changes: what falls due when, and what is refused."""

import datetime as dt
import itertools
from zoneinfo import ZoneInfo

import pytest

from helpers.foundation.errors import InputError
from helpers.report.schedule.plans import Plan, check_cron, check_plan

BERLIN = ZoneInfo("Europe/Berlin")


def plan(**changes):
    return Plan(**{"name": "daily", "kind": "cron", "when": "30 6 * * *", "timezone": "UTC", **changes})


@pytest.mark.parametrize(
    ("before", "due"),
    [
        (dt.datetime(2026, 3, 28, 7, 0, tzinfo=BERLIN), dt.datetime(2026, 3, 29, 6, 30, tzinfo=BERLIN)),
        (dt.datetime(2026, 10, 24, 7, 0, tzinfo=BERLIN), dt.datetime(2026, 10, 25, 6, 30, tzinfo=BERLIN)),
    ],
)
def test_a_daily_run_keeps_its_local_time_through_clock_changes(before, due):
    trigger = check_plan(plan(timezone="Europe/Berlin"))
    assert trigger.get_next_fire_time(None, before) == due


def test_an_hour_that_happens_twice_fires_no_day_twice():
    trigger = check_plan(plan(when="30 2 * * *", timezone="Europe/Berlin"))
    fired, now = [], dt.datetime(2026, 10, 24, 12, 0, tzinfo=BERLIN)
    previous = None
    while now < dt.datetime(2026, 10, 27, 0, 0, tzinfo=BERLIN):
        previous = trigger.get_next_fire_time(previous, now)
        fired.append(previous)
        now = (previous.astimezone(dt.UTC) + dt.timedelta(seconds=1)).astimezone(BERLIN)
    days = [t.date() for t in fired if t.date() < dt.date(2026, 10, 27)]
    assert len(days) == len(set(days))


def test_an_hourly_run_goes_on_through_the_repeated_hour():
    trigger = check_plan(plan(when="30 * * * *", timezone="Europe/Berlin"))
    now, fired = dt.datetime(2026, 10, 24, 23, 45, tzinfo=dt.UTC).astimezone(BERLIN), []
    for _ in range(4):
        fired.append(trigger.get_next_fire_time(fired[-1] if fired else None, now))
        now = (fired[-1].astimezone(dt.UTC) + dt.timedelta(seconds=1)).astimezone(BERLIN)
    gaps = {
        (b.astimezone(dt.UTC) - a.astimezone(dt.UTC)).total_seconds() for a, b in itertools.pairwise(fired)
    }
    assert gaps == {3600.0}


def test_an_hour_that_never_happens_still_gives_a_run_that_day():
    trigger = check_plan(plan(when="30 2 * * *", timezone="Europe/Berlin"))
    due = trigger.get_next_fire_time(None, dt.datetime(2026, 3, 28, 12, 0, tzinfo=BERLIN))
    assert due.astimezone(dt.UTC).date() == dt.date(2026, 3, 29)


def test_cron_weekdays_are_those_of_cron():
    assert check_cron("0 6 * * 1-5").split()[4] == "mon-fri"
    assert check_cron("0 6 * * 0").split()[4] == "sun"
    assert check_cron("*/15 6 * * 1,3").split()[4] == "mon,wed"
    monday = check_plan(plan(when="0 6 * * 1")).get_next_fire_time(
        None, dt.datetime(2026, 3, 3, tzinfo=dt.UTC)
    )
    assert monday.isoweekday() == 1


@pytest.mark.parametrize(
    ("expression", "weekdays"),
    [
        ("0 6 * * 1-5/2", "mon,wed,fri"),
        ("0 6 * * */2", "sun,tue,thu,sat"),
        ("0 6 * * MON-Fri", "mon-fri"),
        ("0 6 * * fri-sun", "fri,sat,sun"),
        ("0 6 * * 0-2", "sun,mon,tue"),
        ("0 6 * * 6,7", "sat,sun"),
        ("0 6 29 feb *", "*"),
        ("0 6 */2 jan-mar/2 *", "*"),
    ],
)
def test_cron_is_read_as_cron_reads_it(expression, weekdays):
    assert check_cron(expression).split()[4] == weekdays


def test_months_by_name_keep_their_step():
    trigger = check_plan(plan(when="0 6 1 jan-may/2 *"))
    now, months = dt.datetime(2026, 1, 1, tzinfo=dt.UTC), []
    for _ in range(3):
        due = trigger.get_next_fire_time(None, now)
        months.append(due.month)
        now = due + dt.timedelta(days=1)
    assert months == [1, 3, 5]


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("0 6 31 2 *", "never falls due"),
        ("0 6 31 4,6 *", "never falls due"),
        ("0 6 * * mon#2", "cannot be read"),
        ("0 6 L * *", "cannot be read"),
        ("0 6 ? * *", "cannot be read"),
        ("0 6 last * *", "cannot be read"),
        ("0 6 * * 8", "outside 0 to 7"),
        ("0 6 * 0 *", "outside 1 to 12"),
        ("0 6 1-40 * *", "outside 1 to 31"),
        ("5-1 6 * * *", "ends before it begins"),
        ("*/0 6 * * *", "outside 0 to 59"),
        ("0 6 13 * 5", "make two schedules"),
    ],
)
def test_cron_that_two_clocks_would_read_differently_is_refused(expression, said):
    with pytest.raises(InputError, match=said):
        check_cron(expression)
