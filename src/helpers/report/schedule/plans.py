"""Schedules: named, with a cron expression or an interval in a time zone, kept by APScheduler in SQLite."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.job import Job
from apscheduler.jobstores.base import ConflictingIdError, JobLookupError
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.base import BaseScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from helpers.foundation.errors import InputError
from helpers.report.schedule.cron import check_cron

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
_DURATION = re.compile(r"(\d+)\s*([smhdw])")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
# A cron hour that names no particular hour runs in both of a repeated hour, as cron does.
_ANY_HOUR = re.compile(r"\*(?:/\d+)?")
FUNCTION = "helpers.report.schedule.fire:fire"


class LocalCronTrigger(CronTrigger):  # type: ignore[misc,unused-ignore]
    """A cron trigger that fires a named hour once on the day when clocks are set back and that hour comes twice."""

    def get_next_fire_time(
        self, previous_fire_time: dt.datetime | None, now: dt.datetime
    ) -> dt.datetime | None:
        """The next time, leaving out the second pass of a repeated hour unless every hour is meant."""
        found: dt.datetime | None = super().get_next_fire_time(previous_fire_time, now)
        while found is not None and _is_second_pass(found) and not self._any_hour():
            later = (found.astimezone(dt.UTC) + dt.timedelta(seconds=1)).astimezone(found.tzinfo)
            found = super().get_next_fire_time(found, later)
        return found

    def _any_hour(self) -> bool:
        return any(f.name == "hour" and _ANY_HOUR.fullmatch(str(f)) is not None for f in self.fields)


def _is_second_pass(time: dt.datetime) -> bool:
    return time.replace(fold=0).utcoffset() != time.utcoffset()


@dataclass(frozen=True, slots=True)
class Plan:
    """One schedule.

    Attributes:
        name: letters, digits, '-' and '_'.
        kind: cron or interval.
        when: the cron expression (five fields) or the interval ('6h').
        timezone: IANA name; cron fields are read in it, through daylight-saving changes.
        max_age: a missed run is made up once when it is not older than this; seconds.
        retries: further attempts after a failed run.
        timeout: a run is ended after this; seconds.
        options: options of `dossier run`, by name.
        collect: run `dossier collect` first.
    """

    name: str
    kind: Literal["cron", "interval"]
    when: str
    timezone: str = "UTC"
    max_age: int = 43200
    retries: int = 2
    timeout: int = 7200
    options: Mapping[str, Any] | None = None
    collect: bool = False


def read_duration(text: str, *, name: str) -> int:
    """Seconds of '90s', '15m', '6h', '2d' or '1w'.

    Raises:
        InputError: not of that form, or nothing.
    """
    m = _DURATION.fullmatch(text.strip())
    if m is None or int(m[1]) == 0:
        raise InputError(f"{name}={text!r}; write a number and s, m, h, d or w, for example 6h")
    return int(m[1]) * _SECONDS[m[2]]


def check_plan(plan: Plan) -> CronTrigger | IntervalTrigger:
    """Check a plan and give its trigger.

    Raises:
        InputError: naming the part, its value and what is allowed.
    """
    if not _NAME.fullmatch(plan.name):
        raise InputError(f"schedule name {plan.name!r}; allowed: letters, digits, '-' and '_', at most 40")
    try:
        zone = ZoneInfo(plan.timezone)
    except (ZoneInfoNotFoundError, ValueError) as err:
        raise InputError(
            f"time zone {plan.timezone!r} is not known; write an IANA name, for example Europe/Berlin"
        ) from err
    if plan.retries < 0 or plan.max_age < 1 or plan.timeout < 1:
        raise InputError(
            f"schedule {plan.name}: retries {plan.retries}, max age {plan.max_age} s, timeout {plan.timeout} s; none may be negative or nothing"
        )
    if plan.kind == "cron":
        return LocalCronTrigger.from_crontab(check_cron(plan.when), timezone=zone)
    seconds = read_duration(plan.when, name="every")
    if seconds < 60:
        raise InputError(f"every={plan.when!r}: less than a minute; a run takes longer")
    return IntervalTrigger(seconds=seconds, timezone=zone)


def state_folder(root: Path) -> Path:
    """Where schedules are kept: `.schedule` of the project, readable by its owner alone."""
    folder = root / ".schedule"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def open_scheduler(root: Path, scheduler: BaseScheduler) -> BaseScheduler:
    """Give a scheduler the project's job store and one worker, so that one run goes on at a time."""
    store = SQLAlchemyJobStore(url=f"sqlite:///{state_folder(root) / 'jobs.sqlite'}")
    scheduler.configure(
        jobstores={"default": store},
        executors={"default": ThreadPoolExecutor(1)},
        job_defaults={"coalesce": True, "max_instances": 1},
        timezone=dt.UTC,
    )
    return scheduler


class StoredPlans(BaseScheduler):  # type: ignore[misc,unused-ignore]
    """Reads and writes the store and never runs anything.

    A scheduler with a thread of its own, even a paused one, takes up what is due while it is shut down; it can run nothing
    any more then, and the run is lost.
    """

    def wakeup(self) -> None:
        """Nothing sleeps here."""

    def shutdown(self, wait: bool = True) -> None:
        """Close the store."""
        super().shutdown(wait=wait)


def add_plan(scheduler: BaseScheduler, plan: Plan, root: Path) -> Job:
    """Store a plan that was checked; a wrong one is refused before it is stored.

    Raises:
        InputError: the plan is wrong, or the name is taken.
    """
    trigger = check_plan(plan)
    values = {name: getattr(plan, name) for name in plan.__slots__}
    values["options"] = dict(plan.options or {})
    try:
        return scheduler.add_job(
            FUNCTION, trigger, kwargs={"plan": values, "root": str(root)}, id=plan.name, name=plan.name,
            misfire_grace_time=plan.max_age, replace_existing=False,
        )  # fmt: skip
    except ConflictingIdError as err:
        raise InputError(
            f"a schedule named {plan.name!r} is there already; remove it first (dossier schedule remove {plan.name})"
        ) from err


def list_plans(scheduler: BaseScheduler) -> list[tuple[Plan, dt.datetime | None]]:
    """Every plan with the time it is due next, by name."""
    jobs = sorted(scheduler.get_jobs(), key=lambda job: str(job.id))
    return [(Plan(**job.kwargs["plan"]), job.next_run_time) for job in jobs]


def remove_plan(scheduler: BaseScheduler, name: str) -> None:
    """Remove a plan.

    Raises:
        InputError: there is none of that name.
    """
    try:
        scheduler.remove_job(name)
    except JobLookupError as err:
        names = ", ".join(str(job.id) for job in scheduler.get_jobs()) or "none"
        raise InputError(f"no schedule is named {name!r}; there are: {names}") from err
