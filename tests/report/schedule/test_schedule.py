"""Schedules with a clock of our own: missed, overlapping, failing and slow runs, daylight saving, restarts."""

import datetime as dt
import subprocess
import sys
import threading
from zoneinfo import ZoneInfo

import pytest
from apscheduler.schedulers.background import BackgroundScheduler
from firing import plan

from helpers.foundation.errors import InputError
from helpers.report.schedule.plans import (
    StoredPlans,
    add_plan,
    list_plans,
    open_scheduler,
    read_duration,
    remove_plan,
)
from helpers.report.schedule.started import note_start, take_up_interrupted

BERLIN = ZoneInfo("Europe/Berlin")
FIRED = []


def note_firing(plan, root):
    FIRED.append(plan["name"])


@pytest.fixture
def clock(monkeypatch):
    """A settable `now` for APScheduler."""

    class Clock(dt.datetime):
        current = dt.datetime(2026, 3, 2, 5, 0, tzinfo=dt.UTC)

        @classmethod
        def now(cls, tz=None):
            return cls.current.astimezone(tz) if tz else cls.current.replace(tzinfo=None)

    monkeypatch.setattr("apscheduler.schedulers.base.datetime", Clock)
    monkeypatch.setattr("apscheduler.executors.base.datetime", Clock)
    monkeypatch.setattr("helpers.report.schedule.plans.FUNCTION", f"{__name__}:note_firing")
    FIRED.clear()
    return Clock


class Waiting:
    """A scheduler that is woken by hand: no thread of its own decides when."""

    def __init__(self, root):
        self.scheduler = open_scheduler(root, BackgroundScheduler())
        self.scheduler.start(paused=True)

    def wake(self):
        executor = self.scheduler._lookup_executor("default")
        self.scheduler.state = 1
        self.scheduler._process_jobs()
        self.scheduler.state = 2
        executor._pool.submit(lambda: None).result(10)

    def stop(self):
        self.scheduler.shutdown(wait=True)


def test_a_due_run_is_made_once(clock, tmp_path):
    waiting = Waiting(tmp_path)
    add_plan(waiting.scheduler, plan(), tmp_path)
    waiting.wake()
    assert FIRED == []
    clock.current = dt.datetime(2026, 3, 2, 6, 30, 1, tzinfo=dt.UTC)
    waiting.wake()
    waiting.wake()
    assert FIRED == ["daily"]
    waiting.stop()


def test_runs_missed_while_nothing_was_going_are_made_up_once(clock, tmp_path):
    waiting = Waiting(tmp_path)
    add_plan(waiting.scheduler, plan(max_age=4 * 86400), tmp_path)
    waiting.stop()
    clock.current = dt.datetime(2026, 3, 5, 12, 0, tzinfo=dt.UTC)
    again = Waiting(tmp_path)
    again.wake()
    assert FIRED == ["daily"]
    assert list_plans(again.scheduler)[0][1] == dt.datetime(2026, 3, 6, 6, 30, tzinfo=dt.UTC)
    again.stop()


def test_a_missed_run_that_is_too_old_is_not_made_up(clock, tmp_path):
    waiting = Waiting(tmp_path)
    add_plan(waiting.scheduler, plan(max_age=3600), tmp_path)
    waiting.stop()
    clock.current = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
    again = Waiting(tmp_path)
    again.wake()
    assert FIRED == []
    again.stop()


def test_looking_at_the_schedules_does_not_use_up_a_run_that_is_due(clock, tmp_path):
    waiting = Waiting(tmp_path)
    add_plan(waiting.scheduler, plan(max_age=4 * 86400), tmp_path)
    waiting.stop()
    clock.current = dt.datetime(2026, 3, 3, 12, 0, tzinfo=dt.UTC)
    for _ in range(5):
        looking = open_scheduler(tmp_path, StoredPlans())
        looking.start(paused=True)
        assert list_plans(looking)[0][1] == dt.datetime(2026, 3, 2, 6, 30, tzinfo=dt.UTC)
        looking.shutdown(wait=False)
    again = Waiting(tmp_path)
    again.wake()
    assert FIRED == ["daily"]
    again.stop()


HOLD = threading.Event()


def hold_firing(plan, root):
    FIRED.append(plan["name"])
    HOLD.wait(20)


def test_a_run_that_is_still_going_when_the_next_is_due_runs_alone(clock, tmp_path, monkeypatch):
    monkeypatch.setattr("helpers.report.schedule.plans.FUNCTION", f"{__name__}:hold_firing")
    HOLD.clear()
    waiting = Waiting(tmp_path)
    for name in ("first", "second"):
        add_plan(waiting.scheduler, plan(name=name, when="0 * * * *"), tmp_path)
    scheduler, executor = waiting.scheduler, waiting.scheduler._lookup_executor("default")
    for hour in (6, 7, 8):
        clock.current = dt.datetime(2026, 3, 2, hour, 0, 1, tzinfo=dt.UTC)
        scheduler.state = 1
        scheduler._process_jobs()
        scheduler.state = 2
    assert FIRED == ["first"]  # one run at a time, of whichever schedule
    HOLD.set()
    executor._pool.submit(lambda: None).result(10)
    assert FIRED == [
        "first",
        "second",
    ]  # the other waited for its turn; nothing that came due meanwhile runs twice
    clock.current = dt.datetime(2026, 3, 2, 9, 0, 1, tzinfo=dt.UTC)
    waiting.wake()
    assert sorted(FIRED) == ["first", "first", "second", "second"]
    waiting.stop()


def cut_off(root, name="daily"):
    """A run that begins in a process of its own and is killed in the middle."""
    code = (
        "import sys, time; from pathlib import Path; from helpers.report.schedule.started import note_start\n"
        "with note_start(Path(sys.argv[1]), sys.argv[2]): print('begun', flush=True); time.sleep(60)"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(root), name], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "begun\n"
    return process


def kill(process):
    process.kill()
    process.wait(10)
    process.stdout.close()


def test_a_run_cut_off_in_the_middle_is_made_up_once(tmp_path):
    waiting = Waiting(tmp_path)
    add_plan(waiting.scheduler, plan(), tmp_path)
    process = cut_off(tmp_path)
    now = dt.datetime.now(dt.UTC)
    assert take_up_interrupted(waiting.scheduler, tmp_path, now=now) == []  # it is still going on
    kill(process)
    assert take_up_interrupted(waiting.scheduler, tmp_path, now=now) == ["daily"]
    assert list_plans(waiting.scheduler)[0][1] == now
    kill(cut_off(tmp_path))  # cut off again, as a run is that takes the machine with it
    assert take_up_interrupted(waiting.scheduler, tmp_path, now=now) == []
    assert take_up_interrupted(waiting.scheduler, tmp_path, now=now) == []
    waiting.stop()


def test_what_was_cut_off_too_long_ago_or_has_no_schedule_any_more_is_let_be(tmp_path, caplog):
    waiting = Waiting(tmp_path)
    add_plan(waiting.scheduler, plan(max_age=3600), tmp_path)
    kill(cut_off(tmp_path))
    kill(cut_off(tmp_path, "gone"))
    later = dt.datetime.now(dt.UTC) + dt.timedelta(hours=2)
    assert take_up_interrupted(waiting.scheduler, tmp_path, now=later) == []
    assert caplog.text.count("is not made up") == 2
    waiting.stop()


def test_a_run_that_ended_leaves_no_note(tmp_path):
    with pytest.raises(ValueError, match="x"), note_start(tmp_path, "daily"):
        raise ValueError("x")
    assert list((tmp_path / ".schedule" / "started").glob("*.json")) == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"when": "61 6 * * *"}, "cron '61 6"),
        ({"when": "6 * * *"}, "4 fields; five are needed"),
        ({"when": "soon"}, "1 fields"),
        ({"timezone": "Mars/Olympus"}, "time zone 'Mars/Olympus'"),
        ({"name": "../x"}, "schedule name"),
        ({"kind": "interval", "when": "10s"}, "less than a minute"),
        ({"kind": "interval", "when": "often"}, "every='often'"),
    ],
)
def test_wrong_plans_are_refused_before_they_are_stored(tmp_path, changes, message):
    waiting = Waiting(tmp_path)
    with pytest.raises(InputError, match=message):
        add_plan(waiting.scheduler, plan(**changes), tmp_path)
    assert list_plans(waiting.scheduler) == []
    waiting.stop()


def test_plans_survive_a_restart_and_names_are_unique(tmp_path):
    waiting = Waiting(tmp_path)
    add_plan(waiting.scheduler, plan(options={"languages": ["en", "fa"], "reference": False}), tmp_path)
    with pytest.raises(InputError, match="already"):
        add_plan(waiting.scheduler, plan(), tmp_path)
    waiting.stop()
    again = Waiting(tmp_path)
    assert list_plans(again.scheduler)[0][0].options == {"languages": ["en", "fa"], "reference": False}
    remove_plan(again.scheduler, "daily")
    with pytest.raises(InputError, match="there are: none"):
        remove_plan(again.scheduler, "daily")
    again.stop()


def test_durations():
    assert read_duration("6h", name="x") == 21600
    with pytest.raises(InputError, match="x='0h'"):
        read_duration("0h", name="x")
