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
    import orjson

    from helpers.cli.main import plain
    from helpers.foundation.errors import InputError
    from helpers.foundation.settings import find_paths

    home = Path(reports).resolve() if reports else find_paths().reports
    latest = home / "latest" / "run.json"
    failed = _failed_runs(home)
    if not latest.is_file():
        for line in failed:
            click.echo(plain(line))
        raise InputError(f"{home}: no run has succeeded yet; make a report first (make report)")
    record = orjson.loads(latest.read_bytes())
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
    click.echo(f"  report: {latest.parent / 'report.html'}")
    for line in failed:
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
    files = [p for p in list_raw_files(root) if p.relative_to(root).parts[0] not in record["without"]]
    now = {r["path"]: r["sha256"] for r in list_inputs(files, root)}
    then = {r["path"]: r["sha256"] for r in record["inputs"]}
    new, gone = len(now.keys() - then.keys()), len(then.keys() - now.keys())
    changed = sum(now[p] != then[p] for p in now.keys() & then.keys())
    if not new + gone + changed:
        return "raw files are as they were then"
    return f"since then {new} raw files are new, {changed} changed, {gone} gone: run again to see them"


def _failed_runs(home: Path) -> list[str]:
    import orjson

    lines = []
    for path in sorted((home / "staging").glob("*/run.json")):
        record = orjson.loads(path.read_bytes())
        what = record.get("failure") or "stopped before it ended"
        lines.append(f"failed run {record['run_id']}: {what}; kept in {path.parent}")
    return lines[-3:]
