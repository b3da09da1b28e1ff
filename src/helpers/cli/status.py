"""`dossier status`: what the last run did and how old it is."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import click


@click.command()
@click.option("--reports", default="", metavar="DIR", help="Folder of runs (reports).")
def status(reports: str) -> None:
    """Say what the last run did, how old it is, what has changed since and which runs failed."""
    from helpers.cli.main import plain
    from helpers.foundation.errors import InputError
    from helpers.foundation.locks import is_held
    from helpers.foundation.settings import find_paths
    from helpers.report.promotion import read_record

    home = Path(reports).resolve() if reports else find_paths().reports
    latest = home / "latest"
    record = read_record(latest)
    notes = [*_leftovers(home), *_failed_runs(home)]
    if is_held(home):
        notes.insert(0, "a run is going on now")
    if not {"title", "run_id", "finished", "as_of", "counts", "inputs", "raw"} <= record.keys():
        for line in notes:
            click.echo(plain(line))
        if latest.is_symlink() and not latest.exists():
            raise InputError(
                f"{latest}: leads to {latest.readlink()}, which is gone; run again, and it shows the newest run that is whole"
            )
        if latest.is_dir():
            raise InputError(f"{latest / 'run.json'}: missing or damaged; run again to make the report anew")
        raise InputError(f"{home}: no run has succeeded yet; make a report first (make report)")
    counts = record["counts"]
    click.echo(
        plain(
            f"{record['title']}: run {record['run_id']}, {_age(record['finished'])} ago, as of {record['as_of']}"
        )
    )
    click.echo(
        f"  {len(record['inputs'])} raw files, {counts.get('articles', 0)} articles, {counts.get('claims', 0)} claims, "
        f"{counts.get('events', 0)} events, {counts.get('milestones', 0)} milestones, {counts.get('quarantine', 0)} in quarantine"
    )
    click.echo(plain(f"  {_changes(record)}"))
    click.echo(plain(f"  report: {latest / 'report.html'}"))
    for line in [*(f"note: {w}" for w in record.get("warnings", [])), *notes]:
        click.echo(plain(f"  {line}"))


def _age(finished: str) -> str:
    seconds = int((dt.datetime.now(dt.UTC) - dt.datetime.fromisoformat(finished)).total_seconds())
    for unit, size in (("day", 86400), ("hour", 3600), ("minute", 60)):
        if seconds >= size:
            n = seconds // size
            return f"{n} {unit}{'s' if n > 1 else ''}"
    return "less than a minute" if seconds >= 0 else "less than nothing (the clock was set back)"


def _changes(record: dict[str, Any]) -> str:
    from helpers.ingest.read import list_raw_files
    from helpers.report.manifest import list_inputs

    root = Path(record["raw"])
    if not root.is_dir():
        return f"raw folder {root} is not there any more"
    files = [p for p in list_raw_files(root) if p.relative_to(root).parts[0] not in record.get("without", [])]
    now = {r["path"]: r["sha256"] for r in list_inputs(files, root)}
    then = {r["path"]: r["sha256"] for r in record["inputs"]}
    new, gone = len(now.keys() - then.keys()), len(then.keys() - now.keys())
    changed = sum(now[p] != then[p] for p in now.keys() & then.keys())
    if not new + gone + changed:
        return "raw files are as they were then"
    return f"since then {new} raw files are new, {changed} changed, {gone} gone: run again to see them"


def _leftovers(home: Path) -> list[str]:
    """What killed processes left, and what a newer run that did not succeed left on the last good report."""
    from helpers.foundation.locks import is_held
    from helpers.report.newer_run import read_newer_run
    from helpers.report.promotion import ANNOUNCED

    lines = []
    if (newer := read_newer_run(home)) is not None:
        lines.append(
            f"the report shown is older than a run that did not succeed ({newer['what']}, {newer['when']})"
        )
    if (home / ANNOUNCED).is_file() and not is_held(home):
        lines.append(
            "a run that is whole was cut off while it was put into place; the next run finishes that"
        )
    return lines


def _failed_runs(home: Path) -> list[str]:
    """The last runs that did not succeed; not the one that is going on."""
    from helpers.foundation.locks import is_held
    from helpers.report.promotion import list_staging, read_record

    lines = []
    going_on = is_held(home)
    for folder in list_staging(home):
        record = read_record(folder)
        if going_on and record.get("status") == "running":
            continue
        what = record.get("failure") or "stopped before it ended"
        lines.append(f"failed run {record.get('run_id', folder.name)}: {what}; kept in {folder}")
    return lines[-3:]
