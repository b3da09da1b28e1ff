"""What one firing does: changed or not, tried again or not, ended when slow, and who is told of it."""

import shutil
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import orjson
import pytest
from firing import fire_once, good_run, plan

from helpers.foundation.settings import find_paths
from helpers.report.schedule import fire as fire_module
from helpers.report.schedule.fire import command_line
from helpers.report.schedule.index_page import read_history, write_index
from helpers.report.schedule.units import crontab_lines, systemd_unit


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project folder of its own, with one raw page and no report yet."""
    shutil.copytree(find_paths().config, tmp_path / "config")
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "data" / "raw").mkdir(parents=True)
    (tmp_path / "data" / "raw" / "a.txt").write_text("page")
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path))
    return tmp_path


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
