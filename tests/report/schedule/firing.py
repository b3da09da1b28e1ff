"""Schedules to fire by hand: a plan, what a good run leaves behind, one firing without pauses."""

from dataclasses import asdict

import orjson

from helpers.report.schedule.fire import fire
from helpers.report.schedule.plans import Plan


def plan(**changes):
    return Plan(**{"name": "daily", "kind": "cron", "when": "30 6 * * *", "timezone": "UTC", **changes})


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
