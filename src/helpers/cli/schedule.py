"""`dossier schedule`: report runs on a schedule, without JupyterLab."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click


@click.group(invoke_without_command=True)
@click.option("--systemd", is_flag=True, help="Print a systemd unit that keeps the scheduler going.")
@click.option("--crontab", is_flag=True, help="Print crontab lines for the cron schedules.")
@click.pass_context
def schedule(ctx: click.Context, systemd: bool, crontab: bool) -> None:
    """Add, list and remove schedules, and run what is due."""
    if ctx.invoked_subcommand is not None:
        return
    if not systemd and not crontab:
        click.echo(ctx.get_help())
        return
    from helpers.foundation.settings import find_paths
    from helpers.report.schedule.plans import list_plans
    from helpers.report.schedule.units import crontab_lines, systemd_unit

    root, command = find_paths().root, Path(sys.argv[0]).resolve()
    if systemd:
        click.echo(systemd_unit(root, command), nl=False)
    if crontab:
        with_store = _open()
        click.echo(crontab_lines([plan for plan, _ in list_plans(with_store)], root, command), nl=False)
        with_store.shutdown(wait=False)


@schedule.command()
@click.argument("name")
@click.option("--cron", default="", help="Five fields, for example '30 6 * * 1-5'.")
@click.option("--every", default="", help="An interval, for example 6h.")
@click.option("--timezone", default="UTC", show_default=True, help="IANA name; cron is read in it.")
@click.option(
    "--max-age", default="12h", show_default=True, help="A missed run older than this is not made up."
)
@click.option("--retries", default=2, show_default=True, help="Further attempts after a failure.")
@click.option("--timeout", default="2h", show_default=True, help="A run is ended after this.")
@click.option("--collect", is_flag=True, help="Collect pages first.")
@click.option("--raw", default="", metavar="DIR", help="Folder of raw pages, as in `dossier run`.")
@click.option("--reports", default="", metavar="DIR", help="Folder of runs, as in `dossier run`.")
@click.option("--start", default="", metavar="DAY", help="First day of interest.")
@click.option("--end", default="", metavar="DAY", help="Last day of interest.")
@click.option("--languages", default="", metavar="CODES", help="Languages to code.")
@click.option("--reference/--no-reference", default=True, help="Show the reference chronology.")
def add(
    name: str,
    cron: str,
    every: str,
    timezone: str,
    max_age: str,
    retries: int,
    timeout: str,
    collect: bool,
    **run: Any,
) -> None:
    """Add a schedule; a wrong one is refused before it is stored."""
    from helpers.foundation.errors import InputError
    from helpers.foundation.project import open_project
    from helpers.foundation.settings import find_paths
    from helpers.report.schedule.plans import Plan, add_plan, read_duration

    if bool(cron) == bool(every):
        raise InputError("give either --cron or --every")
    options = {k: v for k, v in run.items() if v not in ("", True)}
    if "languages" in options:
        options["languages"] = [v.strip() for v in options["languages"].split(",") if v.strip()]
    open_project(**{k: v for k, v in options.items() if k != "reports"})
    plan = Plan(
        name, "cron" if cron else "interval", cron or every, timezone, read_duration(max_age, name="max-age"), retries,
        read_duration(timeout, name="timeout"), options, collect,
    )  # fmt: skip
    scheduler = _open()
    try:
        job = add_plan(scheduler, plan, find_paths().root)
        click.echo(
            f"{name}: next at {job.next_run_time.isoformat()}; `dossier schedule run` must be going then"
        )
    finally:
        scheduler.shutdown(wait=False)


@schedule.command("list")
def list_() -> None:
    """List the schedules with the time each is due next."""
    from helpers.report.schedule.plans import list_plans

    scheduler = _open()
    try:
        plans = list_plans(scheduler)
    finally:
        scheduler.shutdown(wait=False)
    for plan, due in plans:
        click.echo(
            f"{plan.name}: {plan.kind} {plan.when} ({plan.timezone}), next {due.isoformat() if due else 'never'}, {plan.options or 'no options'}"
        )
    if not plans:
        click.echo("no schedules; add one with dossier schedule add NAME --cron '30 6 * * *'")


@schedule.command()
@click.argument("name")
def remove(name: str) -> None:
    """Remove a schedule."""
    from helpers.report.schedule.plans import remove_plan

    scheduler = _open()
    try:
        remove_plan(scheduler, name)
    finally:
        scheduler.shutdown(wait=False)
    click.echo(f"{name} removed")


@schedule.command()
@click.argument("name")
def fire(name: str) -> None:
    """Make one schedule's run now (what a crontab line calls)."""
    from dataclasses import asdict

    from helpers.foundation.errors import InputError
    from helpers.foundation.settings import find_paths
    from helpers.report.schedule.fire import fire as fire_plan
    from helpers.report.schedule.plans import list_plans

    scheduler = _open()
    plans = {plan.name: plan for plan, _ in list_plans(scheduler)}
    scheduler.shutdown(wait=False)
    if name not in plans:
        raise InputError(f"no schedule is named {name!r}; there are: {', '.join(plans) or 'none'}")
    outcome = fire_plan(asdict(plans[name]), str(find_paths().root))
    click.echo(f"{name}: {outcome.outcome}; {outcome.detail}")
    if outcome.outcome in ("failed", "nothing checked"):
        sys.exit(1)


@schedule.command()
def run() -> None:
    """Keep going and make the runs that are due; ends with Ctrl-C or SIGTERM."""
    import datetime as dt
    import logging
    import signal

    from apscheduler.schedulers.blocking import BlockingScheduler
    from filelock import FileLock, Timeout

    from helpers.foundation.errors import InputError
    from helpers.foundation.settings import find_paths
    from helpers.report.schedule.plans import open_scheduler, state_folder
    from helpers.report.schedule.started import take_up_interrupted

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    root = find_paths().root
    lock = FileLock(state_folder(root) / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as err:
        raise InputError(f"another `dossier schedule run` is going on in {root}") from err
    waiting = _open()
    try:
        for name in take_up_interrupted(waiting, root, now=dt.datetime.now(dt.UTC)):
            click.echo(f"{name}: its last run was cut off; it is made up now")
    finally:
        waiting.shutdown(wait=False)
    scheduler = open_scheduler(root, BlockingScheduler())
    signal.signal(signal.SIGTERM, lambda *_: scheduler.shutdown(wait=True))
    try:
        scheduler.start()
    except KeyboardInterrupt:
        scheduler.shutdown(wait=True)
    finally:
        lock.release()


def _open() -> Any:
    """The stored schedules, to read and change; nothing is run."""
    from helpers.foundation.settings import find_paths
    from helpers.report.schedule.plans import StoredPlans, open_scheduler

    scheduler = open_scheduler(find_paths().root, StoredPlans())
    scheduler.start(paused=True)
    return scheduler
