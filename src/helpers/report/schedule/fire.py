"""One scheduled run: check, run, retry, and say plainly what became of it."""

from __future__ import annotations

import datetime as dt
import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import orjson

from helpers.foundation.errors import DossierError, InputError
from helpers.report.newer_run import say_newer_run, say_time, unsay_newer_run
from helpers.report.promotion import read_record
from helpers.report.schedule.plans import Plan

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a scheduled run; one line of reports/history.jsonl.

    Attributes:
        schedule: name of the schedule.
        started, finished: UTC, ISO.
        outcome: changed (a new report whose tables differ), same (a new report, equal tables), nothing new (inputs, code
            and options are those of the last run, so none was made), nothing checked (there was nothing to read, or
            collecting failed, so nothing can be said), failed.
        run_id: the run that latest shows afterwards, '' when there is none.
        detail: in words.
        attempts: how often it was tried.
    """

    schedule: str
    started: str
    finished: str
    outcome: str
    run_id: str
    detail: str
    attempts: int


Runner = Callable[[Sequence[str], int], tuple[int, str]]


def fire(
    plan: Mapping[str, Any],
    root: str,
    *,
    runner: Runner | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Outcome:
    """Make one scheduled run and record it; never raises for what can go wrong in a run.

    Args:
        plan: fields of a `Plan`.
        root: the project folder.
        runner: runs a `dossier` command line with a timeout, giving exit code and output; replaced by tests.
        sleep: replaced by tests.
    """
    from helpers.report.schedule.index_page import write_index
    from helpers.report.schedule.notify import notify
    from helpers.report.schedule.started import note_start

    the_plan, home = Plan(**plan), Path(root)
    started = _now()
    before = read_record(reports_folder(the_plan, home) / "latest").get("run_id", "")
    try:
        with note_start(home, the_plan.name):
            what, detail, attempts = _attempt(the_plan, home, runner or run_command, sleep)
    except (DossierError, OSError) as err:
        what, detail, attempts = "failed", f"{type(err).__name__}: {err}", 1
    reports = reports_folder(the_plan, home)
    shown = read_record(reports / "latest").get("run_id", "")
    outcome = Outcome(the_plan.name, started, _now(), what, shown, detail, attempts)
    try:
        if what not in ("failed", "nothing checked"):
            unsay_newer_run(reports)
        elif shown == before:  # nobody else has made a good one meanwhile
            say_newer_run(reports, what=what, when=say_time(outcome.finished), why=detail)
        append_history(reports, asdict(outcome))
        write_index(reports)
    except OSError as err:
        log.warning("schedule %s: its outcome could not be written (%s)", outcome.schedule, err)
    notify(outcome, home)
    log.info("schedule %s: %s (%s)", outcome.schedule, outcome.outcome, outcome.detail)
    return outcome


def _attempt(plan: Plan, root: Path, runner: Runner, sleep: Callable[[float], None]) -> tuple[str, str, int]:
    if plan.collect:
        code, output = runner(["collect"], plan.timeout)
        if code != 0:
            return "nothing checked", f"collecting failed: {_last_line(output)}", 1
    try:
        if is_as_before(plan, root):
            return (
                "nothing new",
                "raw files, code, configuration, decisions and options are those of the last run",
                1,
            )
    except InputError as err:
        return "nothing checked", str(err), 1
    before = read_record(reports_folder(plan, root) / "latest").get("tables")
    for attempt in range(1, plan.retries + 2):
        code, output = runner(["run", *command_line(plan.options or {})], plan.timeout)
        if code == 0:
            after = read_record(reports_folder(plan, root) / "latest").get("tables")
            if before == after:
                return "same", "a new report with equal tables", attempt
            return (
                "changed",
                "a first report" if before is None else "a new report with other tables",
                attempt,
            )
        if code == InputError.exit_code or attempt > plan.retries:
            return "failed", _last_line(output), attempt
        sleep(min(3600.0, 60.0 * 2 ** (attempt - 1)))
    raise AssertionError("a loop with at least one attempt ends inside")


def is_as_before(plan: Plan, root: Path) -> bool:
    """True when a run now would be made from the very things the last good run was made from.

    Raises:
        InputError: there is nothing to read.
    """
    from helpers.foundation.project import check_raw, open_project
    from helpers.report.manifest import MADE_FROM, describe_run

    options = dict(plan.options or {})
    names = ("raw", "start", "end", "languages", "parties", "topic", "as_of", "reference")
    project = open_project(**{k: v for k, v in options.items() if k in names})
    check_raw(project)
    last = read_record(reports_folder(plan, root) / "latest")
    now = describe_run(project, options)
    return bool(last) and all(last.get(k) == now[k] for k in MADE_FROM)


def command_line(options: Mapping[str, Any]) -> list[str]:
    """Options of `dossier run` as a command line."""
    words: list[str] = []
    for name, value in sorted(options.items()):
        flag = f"--{name.replace('_', '-')}"
        if isinstance(value, bool):
            words.append(flag if value else f"--no-{name}")
        else:
            words += [flag, ",".join(value) if isinstance(value, (list, tuple)) else str(value)]
    return words


def run_command(words: Sequence[str], timeout: int) -> tuple[int, str]:
    """Run `dossier` in a process of its own, ended after `timeout` seconds; gives exit code and last output."""
    command = [sys.executable, "-m", "helpers.cli.main", *words]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=False)
    except subprocess.TimeoutExpired:
        return 1, f"ended after {timeout} s without a result"
    return done.returncode, (done.stdout + done.stderr)[-4000:]


def reports_folder(plan: Plan, root: Path) -> Path:
    """The folder of runs a plan writes to."""
    given = (plan.options or {}).get("reports")
    return (root / given).resolve() if given else root / "reports"


def append_history(reports: Path, row: Mapping[str, Any]) -> None:
    """Add a line to history.jsonl, behind a line break where a crash cut the last line short."""
    path = reports / "history.jsonl"
    reports.mkdir(parents=True, exist_ok=True)
    data = orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)
    if path.is_file() and path.read_bytes()[-1:] not in (b"", b"\n"):
        data = b"\n" + data
    with path.open("ab", buffering=0) as f:
        f.write(data)
        os.fsync(f.fileno())


def _last_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1][:500] if lines else "no output"


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
