"""Schedules with a clock of our own: missed, overlapping, failing and slow runs, daylight saving, restarts."""

import datetime as dt
import shutil
import subprocess
import sys
import threading
from dataclasses import asdict
from http.server import BaseHTTPRequestHandler, HTTPServer
from zoneinfo import ZoneInfo

import orjson
import pytest
from apscheduler.schedulers.background import BackgroundScheduler

from helpers.foundation.errors import InputError
from helpers.foundation.settings import find_paths
from helpers.report.schedule import fire as fire_module
from helpers.report.schedule.fire import command_line, fire
from helpers.report.schedule.index_page import read_history, write_index
from helpers.report.schedule.plans import (
    Plan,
    StoredPlans,
    add_plan,
    list_plans,
    open_scheduler,
    read_duration,
    remove_plan,
)
from helpers.report.schedule.started import note_start, take_up_interrupted
from helpers.report.schedule.units import crontab_lines, systemd_unit

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


def plan(**changes):
    return Plan(**{"name": "daily", "kind": "cron", "when": "30 6 * * *", "timezone": "UTC", **changes})


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


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project folder of its own, with one raw page and no report yet."""
    shutil.copytree(find_paths().config, tmp_path / "config")
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "data" / "raw").mkdir(parents=True)
    (tmp_path / "data" / "raw" / "a.txt").write_text("page")
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path))
    return tmp_path


def good_run(root, tables):
    """What a good `dossier run` leaves behind."""
    from helpers.foundation.project import open_project
    from helpers.report.manifest import describe_run

    def runner(words, timeout):
        latest = root / "reports" / "latest"
        latest.mkdir(parents=True, exist_ok=True)
        record = {**describe_run(open_project(), {}), "tables": tables, "run_id": "r1"}
        (latest / "run.json").write_bytes(orjson.dumps(record))
        (latest / "report.html").write_text("report")
        return 0, "done"

    return runner


def fire_once(root, runner, **changes):
    sleeps = []
    return fire(asdict(plan(**changes)), str(root), runner=runner, sleep=sleeps.append), sleeps


def test_first_changed_then_nothing_new_then_changed_again(project):
    first, _ = fire_once(project, good_run(project, {"milestones.parquet": "1"}))
    assert (first.outcome, first.attempts) == ("changed", 1)
    second, _ = fire_once(project, lambda *a: pytest.fail("nothing is new, nothing may run"))
    assert second.outcome == "nothing new"
    (project / "data" / "raw" / "b.txt").write_text("another")
    third, _ = fire_once(project, good_run(project, {"milestones.parquet": "2"}))
    assert third.outcome == "changed"
    (project / "data" / "raw" / "c.txt").write_text("a third")
    fourth, _ = fire_once(project, good_run(project, {"milestones.parquet": "2"}))
    assert fourth.outcome == "same"
    assert [h["outcome"] for h in read_history(project / "reports")] == [
        "same",
        "changed",
        "nothing new",
        "changed",
    ]


def test_a_failing_run_is_tried_again_with_growing_pauses_and_keeps_the_last_good_report(project):
    fire_once(project, good_run(project, {}))
    (project / "data" / "raw" / "b.txt").write_text("another")
    outcome, sleeps = fire_once(project, lambda *a: (1, "notebook 20 failed"), retries=2)
    assert (outcome.outcome, outcome.attempts, sleeps) == ("failed", 3, [60.0, 120.0])
    page = (project / "reports" / "index.html").read_text()
    assert "The last run failed" in page
    assert "latest/report.html" in page
    assert (project / "reports" / "latest" / "report.html").read_text() == "report"


def test_a_wrong_call_is_not_tried_again(project):
    outcome, sleeps = fire_once(project, lambda *a: (2, "dossier: bad input"))
    assert (outcome.outcome, outcome.attempts, sleeps) == ("failed", 1, [])


def test_an_empty_raw_folder_is_nothing_checked_not_nothing_new(project):
    (project / "data" / "raw" / "a.txt").unlink()
    outcome, _ = fire_once(project, lambda *a: pytest.fail("there is nothing to run on"))
    assert outcome.outcome == "nothing checked"


def test_a_failed_collection_is_nothing_checked(project):
    outcome, _ = fire_once(
        project,
        lambda words, timeout: (1, "every source failed") if words == ["collect"] else (0, ""),
        collect=True,
    )
    assert outcome.outcome == "nothing checked"
    assert "every source failed" in outcome.detail


def test_a_slow_run_is_ended(monkeypatch, tmp_path):
    sleeper = tmp_path / "sleeper.py"
    sleeper.write_text("import time; time.sleep(30)")
    real = fire_module.subprocess.run
    monkeypatch.setattr(
        fire_module.subprocess, "run", lambda command, **options: real([command[0], str(sleeper)], **options)
    )
    assert fire_module.run_command(["run"], 1) == (1, "ended after 1 s without a result")


def test_hostile_text_and_torn_lines_stay_text_on_the_index_page(tmp_path):
    tmp_path.joinpath("history.jsonl").write_bytes(
        orjson.dumps(
            {
                "outcome": "failed",
                "detail": "<script>x</script>",
                "finished": "f",
                "schedule": "s",
                "attempts": 1,
            }
        )
        + b'\n{"outco'
    )
    page = write_index(tmp_path).read_text()
    assert "<script>" not in page
    assert "damaged line" in page


def test_mail_and_webhook_are_off_unless_asked_for_and_never_show_secrets(project, monkeypatch, caplog):
    from helpers.report.schedule import notify

    monkeypatch.setattr(notify.smtplib, "SMTP", lambda *a, **k: pytest.fail("no mail was asked for"))
    fire_once(project, good_run(project, {}))
    (project / "config" / "notify.yml").write_text("on: [failed]\nwebhook: true\n")
    monkeypatch.setenv("DOSSIER_WEBHOOK", "http://127.0.0.1:9/secret-token")
    (project / "data" / "raw" / "b.txt").write_text("x")
    fire_once(project, lambda *a: (2, "bad"))
    assert "nobody was told" in caplog.text
    assert "secret-token" not in caplog.text
    assert "secret-token" not in (project / "reports" / "history.jsonl").read_text()


@pytest.fixture
def hook(monkeypatch):
    """A webhook of our own on the loopback address: what it was told."""
    told = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            told.append(orjson.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *args):
            return

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("DOSSIER_WEBHOOK", f"http://127.0.0.1:{server.server_port}/hook")
    yield told
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("", ["changed", "failed"]),  # unless said otherwise
        ("on: [same, nothing new]\n", ["nothing new", "same"]),
        ("on: [changed, same, nothing new, nothing checked, failed]\n",
         ["changed", "nothing new", "same", "failed", "nothing checked"]),
        ("on: []\n", []),
    ],
)  # fmt: skip
def test_the_webhook_is_told_of_success_change_and_failure_as_asked_for(project, hook, on, expected):
    raw = project / "data" / "raw"
    (project / "config" / "notify.yml").write_text(f"{on}webhook: true\n")
    good = good_run(project, {"milestones.parquet": "1"})
    fire_once(project, good)
    fire_once(project, good)
    (raw / "b.txt").write_text("another")
    fire_once(project, good)
    (raw / "c.txt").write_text("a third")
    fire_once(project, lambda *a: (2, "bad"))
    for path in raw.iterdir():
        path.unlink()
    fire_once(project, good)
    assert [row["outcome"] for row in hook] == expected
    assert all(row["schedule"] == "daily" for row in hook)


def test_mail_goes_out_when_asked_for(project, monkeypatch):
    from helpers.report.schedule import notify

    sent = []

    class Server:
        def __init__(self, host, port, timeout):
            self.host = host

        def __enter__(self):
            return self

        def __exit__(self, *a):
            return None

        def has_extn(self, name):
            return False

        def ehlo(self):
            return (250, b"")

        def send_message(self, message):
            sent.append(message)

    monkeypatch.setattr(notify.smtplib, "SMTP", Server)
    (project / "config" / "notify.yml").write_text(
        "mail: {host: mail.example.org, from: a@example.org, to: b@example.org}\n"
    )
    fire_once(project, good_run(project, {}))
    assert sent[0]["Subject"] == "daily: changed"


def test_units_name_the_project_and_quote_it(tmp_path):
    root = tmp_path / "my project"
    unit = systemd_unit(root, root / ".venv/bin/dossier")
    assert f'ExecStart="{root}/.venv/bin/dossier" schedule run' in unit
    lines = crontab_lines(
        [plan(timezone="Europe/Berlin"), plan(name="often", kind="interval", when="6h")],
        root,
        root / "dossier",
    )
    assert "CRON_TZ=Europe/Berlin\n30 6 * * * cd '" in lines
    assert "# often: every 6h" in lines


def test_options_become_a_command_line():
    assert command_line({"reference": False, "languages": ["en", "fa"], "raw": "x y"}) == [
        "--languages",
        "en,fa",
        "--raw",
        "x y",
        "--no-reference",
    ]
